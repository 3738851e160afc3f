using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles;

/// <summary>Binds clients to profiles.</summary>
public static class AuthProfilesHttpClientBuilderExtensions
{
    /// <summary>Authorizes every request of a client by a profile.</summary>
    /// <remarks>
    /// The client's base address becomes the profile's, unless it has one. The credential is put on below every other handler,
    /// whatever the order of registration, and taken off when the headers are back. Redirects and cookies are switched off on the
    /// platform's primary handlers.
    /// </remarks>
    /// <param name="builder">The client. It has a name: <c>ConfigureHttpClientDefaults</c> is refused.</param>
    /// <param name="profile">The profile's name. It may be declared before or after.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The client has another profile already, or the builder stands for all clients.</exception>
    public static IHttpClientBuilder AddAuthorizationProfile(this IHttpClientBuilder builder, string profile)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(profile);
        if (builder.Name is null)
        {
            throw new InvalidOperationException("ConfigureHttpClientDefaults stands for all clients, that of token endpoints included. Add the profile to one client: AddHttpClient(name).AddAuthorizationProfile(…).");
        }

        builder.Services.AddAuthProfiles();
        ProfileDeclarations.Of(builder.Services)!.Bind(builder.Name, profile);
        return builder;
    }
}
