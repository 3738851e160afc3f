using System.Text;
using AuthProfiles.Security.Tests.Hostile.Wire;
using AuthProfiles.Zendesk;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>What holds of every value around the corpora: taken means exactly as promised, refused means our exception.</summary>
internal sealed class PropertyTests(string culture) : CultureFixture(culture)
{
    private const int Many = 3000;
    private const int OnTheWire = 100;

    [Test]
    public void A_Zendesk_account_that_is_taken_is_one_label_of_ASCII()
    {
        var taken = 0;
        Prop.ForAll(Hostiles.Around("tenants", 1), text =>
        {
            if (ZendeskSubdomain.TryParse(text, out var subdomain))
            {
                taken++;
                return IsLabel(subdomain) && text.Contains(subdomain, StringComparison.OrdinalIgnoreCase);
            }

            return Assert.Throws<FormatException>(() => ZendeskSubdomain.Parse(text))!.GetType() == typeof(FormatException);
        }).Check(Hostiles.Runs(Many));
        Assert.That(taken, Is.GreaterThan(Many / 50));
    }

    [Test]
    public void A_tenant_that_is_taken_is_one_label_and_changes_nothing_else()
    {
        using var last = new LastAddress();
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey(HostileApp.Profile, static options => (options.BaseUrl, options.Key) = ("https://{tenant}.zendesk.com/api/v2/", HostileApp.Secret));
        services.AddHttpClient(HostileApp.Profile).AddAuthorizationProfile(HostileApp.Profile).ConfigurePrimaryHttpMessageHandler(() => last);
        using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HostileApp.Profile);
        var taken = 0;
        Prop.ForAll(Hostiles.Around("tenants", 1), tenant =>
        {
            last.Value = null;
            try
            {
                using var response = client.For(tenant).GetAsync("tickets.json").GetAwaiter().GetResult();
            }
            catch (AuthorizationException)
            {
                return last.Value is null;
            }

            taken++;
            return last.Value!.OriginalString.Split('/', '.') is ["https:", "", var label, "zendesk", "com", "api", "v2", "tickets", "json"]
                && IsLabel(label) && string.Equals(label, tenant, StringComparison.OrdinalIgnoreCase);
        }).Check(Hostiles.Runs(Many));
        Assert.That(taken, Is.GreaterThan(Many / 50));
    }

    [Test]
    public void An_endpoint_that_is_taken_is_the_services_own_or_loopback()
    {
        const int Clients = 300;
        var taken = 0;
        Prop.ForAll(Hostiles.Around("endpoints", 2), endpoint =>
        {
            try
            {
                using var services = new ServiceCollection().AddAzureOpenAI("assistant", options => (options.Endpoint, options.ApiKey) = (endpoint, HostileApp.Secret)).Services.BuildServiceProvider();
                services.GetRequiredService<AzureOpenAIClient>();
            }
            catch (AuthorizationException)
            {
                return true;
            }

            taken++;
            var host = endpoint.ToLowerInvariant().Split("//")[^1].TrimEnd('/');
            return !host.Contains('@', StringComparison.Ordinal) && !host.Contains('/', StringComparison.Ordinal)
                && (host.Split(':')[0].EndsWith(".azure.com", StringComparison.Ordinal) || host.StartsWith("localhost", StringComparison.Ordinal) || host.StartsWith("127.", StringComparison.Ordinal) || host.StartsWith("[::1]", StringComparison.Ordinal));
        }).Check(Hostiles.Runs(Clients));
        Assert.That(taken, Is.GreaterThan(Clients / 100));
    }

    [Test]
    public void A_header_that_is_taken_is_printable_ASCII_and_anything_else_is_an_ArgumentException()
    {
        var taken = 0;
        Prop.ForAll(Hostiles.Around("headers", 1), Hostiles.Around("headers", 2), (name, value) =>
        {
            try
            {
                CredentialField.Header(name, value);
            }
            catch (ArgumentException error)
            {
                // The name is the developer's and is shown; the value never is.
                return error.InnerException is null && (value.Length < 8 || name.Contains(value, StringComparison.Ordinal) || !error.Message.Contains(value, StringComparison.Ordinal));
            }

            taken++;
            return name.Length > 0 && value.Length > 0 && value.All(static sign => sign is >= ' ' and <= '~') && value[0] != ' ' && value[^1] != ' '
                && name.All(static sign => char.IsAsciiLetterOrDigit(sign) || "!#$%&'*+-.^_`|~".Contains(sign, StringComparison.Ordinal));
        }).Check(Hostiles.Runs(Many));
        Assert.That(taken, Is.GreaterThan(Many / 50));
    }

    [Test]
    public async Task A_header_on_the_wire_is_one_line_byte_by_byte()
    {
        await using var network = new RawListener();
        var values = Hostiles.Around("headers", 2).Generator.Sample(OnTheWire).ToArray();
        foreach (var value in values)
        {
            await using var app = new HostileApp(network, HostileApp.WithInput(network.Address.AbsoluteUri, AuthorizationField.Header("X-Key", "{{key}}"), value));
            var arrived = await network.TryAsync(new("around headers", 0, [value]), () => app.CreateClient().GetAsync("items"));
            Assert.That(arrived?.Headers.Select(static header => Encoding.Latin1.GetString(header.Value)), Is.Null.Or.EqualTo(new[] { network.Address.Authority, value }));
        }
    }

    private static bool IsLabel(string text) =>
        text.Length is > 0 and <= 63 && text[0] != '-' && text[^1] != '-' && text.All(static sign => sign is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
