using System.Diagnostics;

namespace AuthProfiles;

/// <summary>What the owner of an account does on another device: goes to an address and types a code (RFC 8628, section 3.2).</summary>
/// <remarks>Immutable. It prints no secret: the user code is meant to be shown, and is of no use without the device code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record DeviceAuthorization
{
    internal DeviceAuthorization(SecretValue deviceCode, TimeSpan interval)
    {
        DeviceCode = deviceCode;
        Interval = interval;
    }

    /// <summary>Gets the code to type.</summary>
    public required string UserCode { get; init; }

    /// <summary>Gets the address to go to.</summary>
    public required Uri VerificationUri { get; init; }

    /// <summary>Gets the address that has the code in it already, for a link or a QR code, or null where the provider gives none.</summary>
    public Uri? VerificationUriComplete { get; init; }

    /// <summary>Gets until when the code is good.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    internal SecretValue DeviceCode { get; }

    /// <summary>Gets the least time between two questions whether it is done.</summary>
    internal TimeSpan Interval { get; }

    /// <summary>Returns what to do, in one sentence.</summary>
    /// <returns>For example <c>Go to https://login.example/device and enter ABCD-EFGH.</c></returns>
    public override string ToString() => $"Go to {VerificationUri} and enter {Diagnostics.Printable.Escape(UserCode)}.";
}
