using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Samples;
using AuthProfiles.Testing.AzureOpenAI;

namespace AuthProfiles.Testing;

public sealed class LocalServicesHostTests
{
    [Test]
    public async Task The_same_services_answer_on_loopback()
    {
        await using var host = await LocalServicesHost.StartAsync();
        var contoso = await host.AddAzureOpenAIResourceAsync("contoso");
        host.AuthorizationServer.AddClient("app", "s3cret");
        host.AzureOpenAI.Resource("contoso").Key1 = "key";
        for (var i = 0; i < 3; i++)
        {
            host.Zendesk.Account("acme").Tickets.Add($"Ticket {i}");
        }

        using var client = new HttpClient();
        var account = host.ZendeskAccountAddress("acme");
        var zendesk = await TokenAsync(client, new Uri(account, "oauth/tokens"), "read write");
        var entra = await TokenAsync(client, new Uri(host.LoginAddress, "contoso.example/oauth2/v2.0/token"), "https://cognitiveservices.azure.com/.default");

        using var page = await client.SendAsync(Wire.Request(HttpMethod.Get, new Uri(account, "api/v2/tickets?page%5Bsize%5D=2").AbsoluteUri, authorization: new("Bearer", zendesk)));
        var next = (string)(await page.JsonAsync())["links"]!["next"]!;
        using var last = await client.SendAsync(Wire.Request(HttpMethod.Get, next, authorization: new("Bearer", zendesk)));
        using var deleted = await client.SendAsync(Wire.Request(HttpMethod.Delete, new Uri(account, "api/v2/tickets/1").AbsoluteUri, authorization: new("Bearer", zendesk)));
        using var other = await client.SendAsync(Wire.Request(HttpMethod.Get, new Uri(host.ZendeskAddress, "globex/api/v2/tickets").AbsoluteUri, authorization: new("Bearer", zendesk)));
        using var chat = await client.SendAsync(Wire.Request(HttpMethod.Post, new Uri(contoso, "openai/v1/chat/completions").AbsoluteUri, LocalAzureOpenAITests.Prompt("Hello – ありがとう"), new("Bearer", entra)));
        using var keyless = await client.SendAsync(Wire.Request(HttpMethod.Post, new Uri(contoso, "openai/v1/chat/completions").AbsoluteUri, LocalAzureOpenAITests.Prompt("Hello")));

        Assert.Multiple(async () =>
        {
            Assert.That(contoso.Host, Is.EqualTo("127.0.0.1"));
            Assert.That(next, Does.StartWith(account.AbsoluteUri + "api/v2/tickets.json?"));
            Assert.That((JsonArray)(await last.JsonAsync())["tickets"]!, Has.Count.EqualTo(1));
            Assert.That(deleted.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((string?)(await chat.JsonAsync())["choices"]![0]!["message"]!["content"], Is.EqualTo("Hello – ありがとう"));
            Assert.That(keyless.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(host.AuthorizationServer.Issued, Is.EqualTo(2));
            Assert.That(host.Zendesk.Requests[0].HasBearer(zendesk), Is.True);
        });
    }

    [Test]
    public async Task A_failed_answer_keeps_its_headers_on_the_wire()
    {
        await using var host = await LocalServicesHost.StartAsync();
        host.Zendesk.ThrottleNext(TimeSpan.FromSeconds(3));
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(host.ZendeskAccountAddress("acme"), "api/v2/tickets"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public async Task After_disposal_nobody_listens()
    {
        var host = await LocalServicesHost.StartAsync();
        var address = host.ZendeskAddress;
        await host.DisposeAsync();
        using var client = new HttpClient();

        await Assert.ThatAsync(() => client.GetAsync(address), Throws.InstanceOf<HttpRequestException>());
    }

    private static async Task<string> TokenAsync(HttpClient client, Uri address, string scope)
    {
        using var response = await client.SendAsync(Wire.ClientCredentials(address.AbsoluteUri, scope));
        return (string)(await response.JsonAsync())["access_token"]!;
    }
}
