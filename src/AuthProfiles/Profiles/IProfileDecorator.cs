namespace AuthProfiles;

/// <summary>Puts something around every profile when it is made. Registered as a service, it lets tests take the place of credentials.</summary>
/// <remarks>Implementations are thread-safe. They run in the order in which they were registered.</remarks>
public interface IProfileDecorator
{
    /// <summary>Decorates a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The profile to use, of the same name: the same one, or one around it.</returns>
    IAuthorizationProfile Decorate(IAuthorizationProfile profile);
}
