using System.Runtime.CompilerServices;

namespace AuthProfiles.Acquisition;

/// <summary>The sources of profiles that are used without a container: one for each profile, as long as it lives.</summary>
internal static class StandaloneSources
{
    private static readonly ConditionalWeakTable<IAuthorizationProfile, CredentialSource> Sources = [];

    public static CredentialSource Of(IAuthorizationProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Sources.GetValue(profile, static profile => new(profile, new(TokenClient.GetStandalone, TimeProvider.System, new InMemoryConnectionStore())));
    }
}
