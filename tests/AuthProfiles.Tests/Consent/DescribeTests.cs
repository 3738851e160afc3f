namespace AuthProfiles.Tests.Consent;

[TestFixture]
public sealed class DescribeTests
{
    [Test]
    public async Task A_user_is_asked_for_what_is_theirs_to_give()
    {
        await using var test = new ConnectTest(static builder => builder.AddAuthorizationCode("calendar", static o =>
        {
            (o.BaseUrl, o.AuthorizationUrl, o.TokenUrl, o.ClientId, o.ClientSecret) = ("https://api.example/", "https://login.example/authorize", "https://login.example/token", "app", "s");
            o.AdditionalFields.Add(new("pin", "PIN", "Six digits; the card shows them.") { Example = "123456", Pattern = "[0-9]{6}" });
        }));

        var form = (await test.Connections.DescribeAsync("calendar", user: "mia")).Single();

        Assert.That((form.AuthorizationType, form.AsksConsent, form.App), Is.EqualTo(("AuthorizationCode", true, (ConnectionApp?)ConnectionApp.System)));
        Assert.That(form.Fields, Is.EqualTo(new[] { new AdditionalField("pin", "PIN", "Six digits; the card shows them.") { Example = "123456", Pattern = "[0-9]{6}" } }));
    }

    [Test]
    public async Task What_the_profile_shares_is_optional_for_a_tenant_and_not_for_a_user()
    {
        await using var test = new ConnectTest(static builder => builder.AddApiKey("weather", static o => (o.BaseUrl, o.Key) = ("https://api.example/", "k")));

        var tenant = (await test.Connections.DescribeAsync("weather", "acme")).Single().Fields;
        var user = (await test.Connections.DescribeAsync("weather", user: "mia")).Single().Fields;

        Assert.That(tenant.Select(static field => (field.Key, field.Optional)), Is.EqualTo(new[] { ("key", true), ("secondaryKey", true) }));
        Assert.That(user.Select(static field => (field.Key, field.Optional)), Is.EqualTo(new[] { ("key", false), ("secondaryKey", true) }));
    }

    [Test]
    public async Task A_tenant_with_an_app_of_its_own_is_shown_as_such()
    {
        await using var test = new ConnectTest(static builder => builder.AddAuthorizationCode("calendar", static o =>
            (o.BaseUrl, o.AuthorizationUrl, o.TokenUrl, o.ClientId, o.ClientSecret) = ("https://api.example/", "https://login.example/authorize", "https://login.example/token", "app", "s")));
        await test.Connections.ConnectAsync("calendar", "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"), ("clientSecret", "s")));

        Assert.That((await test.Connections.DescribeAsync("calendar", "acme", "mia")).Single().App, Is.EqualTo(ConnectionApp.Custom));
        Assert.That((await test.Connections.DescribeAsync("calendar", "globex", "mia")).Single().App, Is.EqualTo(ConnectionApp.System));
    }
}
