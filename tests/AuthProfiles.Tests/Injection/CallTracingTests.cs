using System.Diagnostics;
using AuthProfiles.Injection;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

[Category("I2")]
public sealed class CallTracingTests
{
    [TestCase("https://traced.example/v/{pin}/x?mine=1", "/v/canary/x?mine=1&pin=canary")]
    [TestCase("https://mia:canary@traced.example/v/{pin}/x", "/v/canary/x?pin=canary")]
    public async Task A_span_shows_the_address_without_its_query_and_without_what_fills_the_path(string address, string sent)
    {
        const string Host = "traced.example";
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "AuthProfiles",
            Sample = static (ref options) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("server.address"), Host))
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, InAddress($"https://{Host}/"), new ManualClock());

        using var response = await http.GetAsync(address);

        Assert.That(primary.Sent.Single().Address.AbsoluteUri, Does.EndWith(sent));
        var span = spans.Single();
        Assert.That(span.GetTagItem("url.full"), Is.EqualTo($"https://{Host}/v/{{pin}}/x?*"));
        Assert.That(span.TagObjects.Select(static tag => $"{tag.Value}").Append(span.DisplayName), Has.None.Contains("canary"));
    }

    [Test]
    public void A_platform_primary_writes_no_span_that_would_show_the_address()
    {
        using var primary = new SocketsHttpHandler();

        PrimaryHardening.Apply(primary, InAddress("https://api.example/").Definition);

        Assert.That(primary.ActivityHeadersPropagator, Is.Null);
    }

    [Test]
    public void A_platform_primary_whose_span_can_not_be_switched_off_is_refused()
    {
        using var primary = new HttpClientHandler();

        Assert.That(
            () => PrimaryHardening.Apply(primary, InAddress("https://api.example/").Definition),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains("SocketsHttpHandler"));
    }

    private static CustomProfile InAddress(string baseUrl)
    {
        var options = new CustomOptions { BaseUrl = baseUrl };
        options.AdditionalFields.Add(new("pin"));
        options.Inputs["pin"] = "canary";
        options.AuthorizationFields.Add(AuthorizationField.QueryString("pin", "{{pin}}"));
        options.AuthorizationFields.Add(AuthorizationField.PathParam("pin", "{{pin}}"));
        return new("bank", options);
    }
}
