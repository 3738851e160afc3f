using AuthProfiles.AspNetCore.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuthProfiles;

/// <summary>Health checks of authorizations.</summary>
public static class HealthChecksBuilderExtensions
{
    /// <summary>Checks that a pre-authorized connection has a credential. It is degraded from 30 days before the profile's <see cref="ProfileOptions.SecretExpiresOn"/>.</summary>
    /// <remarks>A credential in use that is good is enough; otherwise one is acquired, as a request would. The service itself is never called.</remarks>
    /// <param name="builder">The health checks.</param>
    /// <param name="profile">The profile's name. The check is named <c>authorization:{profile}</c>, and <c>:{tenant}</c> behind it.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="failureStatus">What it is where there is no credential. The default is unhealthy.</param>
    /// <param name="tags">The check's tags.</param>
    /// <returns>The health checks.</returns>
    public static IHealthChecksBuilder AddAuthorizationProfile(this IHealthChecksBuilder builder, string profile, string? tenant = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(profile);
        return builder.Add(new(
            tenant is null ? $"authorization:{profile}" : $"authorization:{profile}:{tenant}",
            services => new ProfileHealthCheck(services.GetRequiredService<IAuthorizationTester>(), profile, tenant),
            failureStatus,
            tags));
    }
}
