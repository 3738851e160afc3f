using System.Runtime.CompilerServices;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using AuthProfiles.Profiles;

namespace AuthProfiles.Acquisition;

/// <summary>The sources of profiles that are used without a container: one for each profile, as long as it lives.</summary>
internal static class StandaloneSources
{
    private static readonly ConditionalWeakTable<IAuthorizationProfile, CredentialSource> Sources = [];

    public static CredentialSource Of(IAuthorizationProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Sources.GetValue(profile, Make);
    }

    private static CredentialSource Make(IAuthorizationProfile profile)
    {
        // Passed over, it would send by another way than the one that was asked for.
        if (profile.Definition.PrimaryHandler is { } primary)
        {
            throw profile.Definition.Failure(
                ConnectionName.Own,
                AuthorizationErrorKind.Configuration,
                $"PrimaryHandler names the client '{Printable.Escape(primary)}' of an application's services, and here there are none. Declare the profile with AddAuthProfiles, or leave PrimaryHandler out");
        }

        return new(profile, new(TokenClient.GetStandalone, TimeProvider.System, new InMemoryConnectionStore()));
    }
}
