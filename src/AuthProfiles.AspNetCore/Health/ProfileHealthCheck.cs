using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuthProfiles.AspNetCore.Health;

/// <summary>Says whether requests have a credential. A good one that is in use is enough; the service itself is not called.</summary>
internal sealed class ProfileHealthCheck(IAuthorizationTester tester, string profile, string? tenant) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = await tester.CheckAsync(profile, tenant, user: null, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { Succeeded: false } => new(context.Registration.FailureStatus, result.ToString()),
            { Warnings: [_, ..] warnings } => HealthCheckResult.Degraded(string.Join(' ', warnings)),
            _ => HealthCheckResult.Healthy(),
        };
    }
}
