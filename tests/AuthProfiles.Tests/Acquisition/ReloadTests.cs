using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Settings of a tenant that change while the application runs.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReloadTests
{
    private const string Secret = "AuthProfiles:Profiles:counted:Connections:acme:Secret";

    private static readonly ConnectionName Acme = ConnectionName.Create("counted", "acme", null);

    private readonly ManualClock _clock = new();
    private readonly IConfiguration _settings = Configured.By((Secret, "one"));

    [Test]
    public async Task A_rotated_secret_is_used_by_the_next_acquisition()
    {
        using var source = SourceOf(new CountingProfile(static (_, request, _) => new(Credential.Bearer(request.Require("secret"), request.Clock.GetUtcNow().AddHours(1))), fields: new AdditionalField("secret")));
        await source.AcquireAsync(Acme, CancellationToken.None);
        _settings[Secret] = "two";

        var warm = await source.AcquireAsync(Acme, CancellationToken.None);
        _clock.Advance(TimeSpan.FromHours(2));
        var next = await source.AcquireAsync(Acme, CancellationToken.None);

        Assert.That((TokenOf(warm), TokenOf(next)), Is.EqualTo(("Bearer one", "Bearer two")));
    }

    [Test]
    public async Task A_wrong_secret_that_was_mended_is_used_by_the_next_acquisition()
    {
        using var source = SourceOf(new CountingProfile(
            static (_, request, _) => request.Require("secret").Reveal() == "one" ? throw request.Failure(AuthorizationErrorKind.ClientRefused, "wrong") : new(Credential.Bearer(request.Require("secret"))),
            fields: new AdditionalField("secret")));
        await Assert.CatchAsync<AuthorizationException>(async () => await source.AcquireAsync(Acme, CancellationToken.None));
        _settings[Secret] = "two";
        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.That(TokenOf(await source.AcquireAsync(Acme, CancellationToken.None)), Is.EqualTo("Bearer two"));
    }

    [Test]
    public async Task An_address_goes_with_the_credential_and_changes_with_the_next()
    {
        using var source = SourceOf(new CountingProfile(baseUrl: "https://{{secret}}.api.example/", fields: new AdditionalField("secret") { Secret = false }));
        await source.AcquireAsync(Acme, CancellationToken.None);
        _settings[Secret] = "two";

        source.TryGetTarget(Acme, out var warm);
        _clock.Advance(TimeSpan.FromHours(2));
        source.TryGetTarget(Acme, out var cold);

        Assert.That((warm!.BaseAddress!.Host, cold!.BaseAddress!.Host), Is.EqualTo(("one.api.example", "two.api.example")));
    }

    [Test]
    public async Task A_rotated_key_is_used_once_the_old_one_is_refused()
    {
        const string key = "AuthProfiles:Profiles:counted:Connections:acme:Key";
        var settings = Configured.By((key, "one"));
        using var source = new CredentialSource(
            new ApiKeyProfile("counted", new() { BaseUrl = "https://api.example/", AllowAnyTenant = true }),
            new(static () => throw new InvalidOperationException("No token client here."), _clock, new InMemoryConnectionStore(), settings));
        var refused = await source.AcquireAsync(Acme, CancellationToken.None);
        settings[key] = "two";

        var renewed = await source.RenewAsync(Acme, refused, CancellationToken.None);

        Assert.That(renewed?.Credential.Fields[0].Value.Reveal(), Is.EqualTo("two"));
    }

    [TestCaseSource(nameof(Unchanging))]
    public async Task What_does_not_change_by_itself_is_read_again_once_it_is_refused(IAuthorizationProfile profile, string field)
    {
        var setting = $"AuthProfiles:Profiles:counted:Connections:acme:{field}";
        var settings = Configured.By(("AuthProfiles:Profiles:counted:Connections:acme:Username", "mia"), (setting, "one"));
        using var source = new CredentialSource(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, new InMemoryConnectionStore(), settings));
        var refused = await source.AcquireAsync(Acme, CancellationToken.None);

        Assert.That(await source.RenewAsync(Acme, refused, CancellationToken.None), Is.Null, "the same is not sent twice");
        settings[setting] = "two";
        _clock.Advance(TimeSpan.FromMinutes(1));
        var renewed = await source.RenewAsync(Acme, await source.AcquireAsync(Acme, CancellationToken.None), CancellationToken.None);

        Assert.That(renewed?.Credential.IsSameAs(refused.Credential), Is.False);
        Assert.That(await source.AcquireAsync(Acme, CancellationToken.None), Is.SameAs(renewed));
    }

    public static IEnumerable<TestCaseData> Unchanging()
    {
        const string address = "https://api.example/";
        var basic = new BasicOptions { BaseUrl = address };
        var custom = new CustomOptions { BaseUrl = address };
        custom.AdditionalFields.Add(new("username"));
        custom.AdditionalFields.Add(new("pin"));
        custom.AuthorizationFields.Add(AuthorizationField.Header("x-pin", "{{pin}}"));
        var bearer = new BearerOptions { BaseUrl = address };
        bearer.AdditionalFields.Add(new("username"));
        yield return new TestCaseData(new BasicProfile("counted", basic), "Password").SetArgDisplayNames("Basic");
        yield return new TestCaseData(new BearerProfile("counted", bearer), "Token").SetArgDisplayNames("Bearer");
        yield return new TestCaseData(new CustomProfile("counted", custom), "Pin").SetArgDisplayNames("Custom");
    }

    private static string TokenOf(HeldCredential held) => held.Credential.Fields[0].Value.Reveal();

    private CredentialSource SourceOf(CountingProfile profile) =>
        new(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, new InMemoryConnectionStore(), _settings));
}
