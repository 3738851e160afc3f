using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Profiles;

namespace AuthProfiles.Verification;

/// <summary>Looks whether requests of one connection have a credential.</summary>
internal sealed class AuthorizationCheck(string profile, string? tenant, string? user, TimeProvider clock)
{
    private readonly long _began = clock.GetTimestamp();

    public async Task<AuthorizationTestResult> RunAsync(Func<CredentialSource> find, CancellationToken cancellationToken)
    {
        try
        {
            var source = find();
            var definition = source.Profile.Definition;
            var name = ConnectionName.Create(profile, tenant, user);
            definition.RequireServed(name);
            await source.AcquireAsync(name, cancellationToken).ConfigureAwait(false);
            return Result(error: null, SecretAge.FindWarning(definition, clock.GetUtcNow()));
        }
        catch (AuthorizationException error)
        {
            return Result(error, warning: null);
        }
    }

    private AuthorizationTestResult Result(AuthorizationException? error, string? warning) => new()
    {
        Profile = profile,
        Tenant = tenant,
        User = user,
        Succeeded = error is null,
        Stage = AuthorizationTestStage.Authorization,
        Message = error?.Message ?? "There is a credential.",
        Error = error,
        Warnings = warning is null ? [] : [warning],
        Duration = clock.GetElapsedTime(_began),
    };
}
