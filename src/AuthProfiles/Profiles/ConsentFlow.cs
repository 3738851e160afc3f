namespace AuthProfiles;

/// <summary>The interactive half of a profile whose connections are authorized by consent.</summary>
/// <remarks>A profile that stands around another one passes on the other's. Immutable and thread-safe.</remarks>
public abstract class ConsentFlow
{
    private protected ConsentFlow()
    {
    }

    /// <summary>Gets where the probe's answer names the account, as a JSON Pointer, or null.</summary>
    internal abstract string? AccountLabel { get; }

    /// <summary>Gets the scope that owners are asked for, or null.</summary>
    internal abstract string? Scope { get; }

    /// <summary>Checks all that can be checked before anybody has consented: the addresses, and that the provider knows the client.</summary>
    /// <param name="request">Whose connection.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuthorizationException">An address is wrong, the provider can't be reached, or it refuses the client.</exception>
    internal abstract Task CheckAsync(CredentialRequest request, CancellationToken cancellationToken);
}
