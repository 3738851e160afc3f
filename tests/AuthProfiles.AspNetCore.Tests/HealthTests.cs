using System.Net;
using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>Health checks: whether requests have a credential, without asking the service.</summary>
[TestFixture]
public sealed class HealthTests
{
    [Test]
    public async Task A_credential_that_is_acquired_is_healthy_and_the_service_is_not_called()
    {
        await using var web = await StartAsync();

        var (first, second) = (await CheckAsync(web), await CheckAsync(web));

        Assert.That((first.Status, second.Status), Is.EqualTo((HealthStatus.Healthy, HealthStatus.Healthy)));
        Assert.That(web.Provider.TokenRequests, Is.EqualTo(1));
        Assert.That(web.Service.Calls, Is.Empty);
    }

    [Test]
    public async Task A_client_that_is_refused_is_unhealthy_and_is_told_without_its_secret()
    {
        await using var web = await StartAsync();
        web.Provider.AddClient("somebody-else", new("another"));

        var entry = await CheckAsync(web);

        Assert.That(entry.Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(entry.Description, Does.Contain("backend").And.Contain("invalid_client").And.Contain("ClientSecret").And.Not.Contain("canary"));
        Assert.That(entry.Exception, Is.Null);
        Assert.That(web.Service.Calls, Is.Empty);
    }

    [Test]
    public async Task A_provider_that_is_down_is_what_the_host_says()
    {
        await using var web = await StartAsync(failure: HealthStatus.Degraded);
        for (var i = 0; i < 5; i++)
        {
            web.Provider.FailNext(HttpStatusCode.BadRequest, """{"error":"unauthorized_client","error_description":"canary"}""");
        }

        Assert.That((await CheckAsync(web)).Status, Is.EqualTo(HealthStatus.Degraded));
    }

    [TestCase(31, HealthStatus.Healthy)]
    [TestCase(30, HealthStatus.Degraded)]
    [TestCase(1, HealthStatus.Degraded)]
    [TestCase(-1, HealthStatus.Degraded)]
    public async Task A_secret_near_its_end_is_degraded(int days, HealthStatus expected)
    {
        await using var web = await StartAsync(o => o.SecretExpiresOn = new AuthProfiles.Testing.ManualClock().GetUtcNow().AddDays(days));

        var entry = await CheckAsync(web);

        Assert.That(entry.Status, Is.EqualTo(expected));
        Assert.That(entry.Description ?? string.Empty, expected == HealthStatus.Degraded ? Does.Contain("SecretExpiresOn") : Is.Empty);
    }

    [Test]
    public async Task An_unknown_profile_is_unhealthy()
    {
        await using var web = await WebTest.StartAsync(more: static builder => builder.Services.AddHealthChecks().AddAuthorizationProfile("nothing"));

        var report = await web.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.That(report.Entries["authorization:nothing"].Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(report.Entries["authorization:nothing"].Description, Does.Contain("nothing"));
    }

    [Test]
    public async Task A_tenant_has_a_check_of_its_own()
    {
        await using var web = await WebTest.StartAsync(more: static builder =>
        {
            Add(builder.Services, static o => o.TokenUrl = "https://login.backend.example/{tenant}/token");
            builder.Services.AddHealthChecks().AddAuthorizationProfile("backend", "acme", tags: ["ready"]).AddAuthorizationProfile("backend", "globex");
        });
        web.Provider.AddClient("backend", new("canary"), tenant: "acme");

        var report = await web.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.That(report.Entries["authorization:backend:acme"].Status, Is.EqualTo(HealthStatus.Healthy));
        Assert.That(report.Entries["authorization:backend:acme"].Tags, Is.EqualTo(new[] { "ready" }));
        Assert.That(report.Entries["authorization:backend:globex"].Status, Is.EqualTo(HealthStatus.Unhealthy));
    }

    private static Task<WebTest> StartAsync(Action<ClientCredentialsOptions>? configure = null, HealthStatus? failure = null) => WebTest.StartAsync(more: builder =>
    {
        Add(builder.Services, configure);
        builder.Services.AddHealthChecks().AddAuthorizationProfile("backend", failureStatus: failure);
    });

    private static void Add(IServiceCollection services, Action<ClientCredentialsOptions>? configure) => services.AddAuthProfiles().AddClientCredentials("backend", o =>
    {
        o.BaseUrl = "https://api.backend.example/";
        o.TokenUrl = "https://login.backend.example/token";
        o.ClientId = "backend";
        o.ClientSecret = "canary";
        configure?.Invoke(o);
    });

    private static async Task<HealthReportEntry> CheckAsync(WebTest web) =>
        (await web.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["authorization:backend"];
}
