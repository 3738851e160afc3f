using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Profiles;

/// <summary>A value that is not fit for its place is refused with the path of the setting that it comes from, and never shown.</summary>
[TestFixture]
public sealed class ValueRefusalTests
{
    private const string Orders = "AuthProfiles:Profiles:orders:";

    [Test]
    public async Task A_key_that_no_header_carries_names_its_setting() =>
        Assert.That(await RefusalAsync(tenant: null, "k\r\nX-Evil: 1", Orders + "Key"), Does.Contain($"Check {Orders}Key.").And.Not.Contain("Evil"));

    [Test]
    public async Task A_tenants_own_value_names_the_setting_of_its_connection() =>
        Assert.That(await RefusalAsync("acme", "k\r\nX-Evil: 1", Orders + "Connections:acme:Key"), Does.Contain($"Check {Orders}Connections:acme:Key."));

    [Test]
    public async Task A_shared_value_names_the_profiles_setting_for_a_tenant_too() =>
        Assert.That(await RefusalAsync("acme", "k\r\n", Orders + "Key"), Does.StartWith("orders for acme: ").And.Contain($"Check {Orders}Key."));

    [Test]
    public async Task A_value_that_is_too_long_names_its_setting() =>
        Assert.That(await RefusalAsync(tenant: null, new string('k', 3001), Orders + "Key"), Does.Contain($"longer than 3000 characters. Check {Orders}Key."));

    [Test]
    public async Task A_value_that_its_normaliser_refuses_names_its_setting() =>
        Assert.That(await RefusalAsync(tenant: null, "ftp", Orders + "Region", region: true), Does.Contain($"Region: it is no region. Check {Orders}Region."));

    [Test]
    public async Task A_value_that_an_address_cannot_take_names_its_setting_and_tenant() =>
        Assert.That(await RefusalAsync("acme", "a.b/c", Orders + "Connections:acme:Zone", region: false), Does.Contain("{{zone}}").And.Contain($"Check {Orders}Connections:acme:Zone."));

    [Test]
    public async Task A_value_that_a_field_cannot_carry_names_the_settings_of_its_template() =>
        Assert.That(await RefusalAsync(tenant: null, "4711\r\n", Orders + "Pin"), Does.Contain($"Check {Orders}Pin."));

    [TestCase("Username")]
    [TestCase("Password")]
    public async Task Of_a_user_name_and_a_password_the_one_that_is_wrong_is_named(string wrong)
    {
        var options = new BasicOptions { BaseUrl = "https://orders.example/", Username = wrong == "Username" ? "mia\n" : "mia", Password = wrong == "Password" ? "p\n" : "p" };
        using var primary = new StubPrimary();
        using var http = new BasicProfile("orders", options).CreateHttpClient(primary);

        var error = await Assert.CatchAsync<AuthorizationException>(() => http.GetAsync(new Uri("x", UriKind.Relative)));

        Assert.That(error!.Message, Does.Contain($"Check {Orders}{wrong}.").And.Contain("RFC 7617"));
    }

    private static async Task<string> RefusalAsync(string? tenant, string value, string setting, bool? region = null)
    {
        var services = new ServiceCollection().AddSingleton(Configured.By(new Dictionary<string, string?>(StringComparer.Ordinal) { [Orders + "Key"] = "k", [Orders + "Zone"] = "eu", [Orders + "Region"] = "r1", [Orders + "Pin"] = "1", [setting] = value }.Select(static pair => (pair.Key, pair.Value))));
        services.AddAuthProfiles().AddApiKey("orders", o =>
        {
            o.BaseUrl = region is false ? "https://{{zone}}.orders.example/" : "https://orders.example/{{region}}/";
            o.AdditionalFields.Add(new("zone"));
            o.AdditionalFields.Add(new("pin"));
            o.AdditionalFields.Add(new("region") { Normalize = static text => text == "ftp" ? throw new ArgumentException("it is no region.", nameof(text)) : text });
            o.AuthorizationFields.Add(AuthorizationField.Header("X-Pin", "{{pin}}"));
        });
        services.AddHttpClient("orders").AddAuthorizationProfile("orders").ConfigurePrimaryHttpMessageHandler(static () => new StubPrimary());
        await using var provider = services.BuildServiceProvider();

        var error = await Assert.CatchAsync<AuthorizationException>(async () =>
        {
            var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("orders");
            using var response = await http.For(tenant).GetAsync("x");
        });

        Assert.That((error!.Kind, error.Tenant), Is.EqualTo((AuthorizationErrorKind.InvalidValue, tenant)));
        return error.Message;
    }
}
