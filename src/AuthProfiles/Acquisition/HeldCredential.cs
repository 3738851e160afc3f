namespace AuthProfiles.Acquisition;

/// <summary>A credential as the source holds it, with its times on the monotonic clock and the connection that it belongs to.</summary>
/// <remarks>Its identity is its version: a refusal names the object that was refused.</remarks>
internal sealed class HeldCredential(Credential credential, ConnectionTarget target, long acquiredAt, long softExpiry, long hardExpiry, bool afterRefusal)
{
    /// <summary>A time that never comes.</summary>
    public const long Never = long.MaxValue;

    public Credential Credential => credential;

    public ConnectionTarget Target => target;

    public long AcquiredAt => acquiredAt;

    /// <summary>Gets when a renewal begins in the background.</summary>
    public long SoftExpiry => softExpiry;

    /// <summary>Gets when the credential is no longer used.</summary>
    public long HardExpiry => hardExpiry;

    /// <summary>Gets a value indicating whether the service had refused the credential before this one.</summary>
    public bool AfterRefusal => afterRefusal;
}
