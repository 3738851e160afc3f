using AuthProfiles.Verification;

namespace AuthProfiles.DependencyInjection;

/// <summary>Tests the profiles of a container.</summary>
internal sealed class AuthorizationTester(ProfileTable profiles, ProbeRoutes routes, ProfileSurroundings surroundings) : IAuthorizationTester
{
    public Task<AuthorizationTestResult> TestAsync(string profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(profile);
        return new AuthorizationTest(profile, tenant, user, () => profiles.Get(profile), () => routes.For(profile), surroundings.Environment.Clock).RunAsync(cancellationToken);
    }

    public Task<AuthorizationTestResult> CheckAsync(string profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(profile);
        return new AuthorizationCheck(profile, tenant, user, surroundings.Environment.Clock).RunAsync(() => profiles.Get(profile), cancellationToken);
    }
}
