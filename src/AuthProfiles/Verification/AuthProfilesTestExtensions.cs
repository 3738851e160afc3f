using AuthProfiles.Acquisition;
using AuthProfiles.Verification;

namespace AuthProfiles;

/// <summary>Tests profiles that are used without a container.</summary>
public static class AuthProfilesTestExtensions
{
    /// <summary>Acquires a fresh credential, never the one in use, and sends the profile's probe with it if it has one.</summary>
    /// <param name="profile">The profile. The probe needs its base address.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>How it went. A failed authorization is a result, not an exception.</returns>
    /// <exception cref="OperationCanceledException">The caller has ended the test.</exception>
    public static Task<AuthorizationTestResult> TestAsync(this IAuthorizationProfile profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default)
    {
        var source = StandaloneSources.Of(profile);
        return new AuthorizationTest(profile.Definition.Name, tenant, user, () => source, ProbeClient.GetStandalone, source.Clock).RunAsync(cancellationToken);
    }
}
