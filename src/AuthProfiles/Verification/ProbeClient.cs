using AuthProfiles.Acquisition;

namespace AuthProfiles.Verification;

/// <summary>The client for probes of profiles that no other client is bound to.</summary>
internal static class ProbeClient
{
    /// <summary>The name of the factory client whose primary handler is used, and nothing else of it.</summary>
    public const string Name = "AuthProfiles.ProbeClient";

    private static readonly Lazy<ProbeRoute> Standalone = new(static () => new ProbeRoute(TokenClient.CreateHandler()));

    /// <summary>Returns the way for all profiles that are used without a container.</summary>
    public static ProbeRoute GetStandalone() => Standalone.Value;
}
