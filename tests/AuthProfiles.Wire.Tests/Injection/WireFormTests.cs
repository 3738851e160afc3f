using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AuthProfiles.Infrastructure;

namespace AuthProfiles.Injection;

/// <summary>What stands on the wire, byte by byte.</summary>
public sealed class WireFormTests
{
    [TestCase("Authorization", "Bearer " + SecretPlace.Secret)]
    [TestCase("api-key", SecretPlace.Secret)]
    [CancelAfter(60_000)]
    public async Task A_header_is_one_line_of_exactly_the_value(string header, string value, CancellationToken cancellation)
    {
        var request = await SentAsync(SecretPlace.All.Single(place => place.Name == header), new StringContent("{}"), chunked: false, cancellation);

        Assert.That(request.HeaderLines(header), Is.EqualTo(new[] { $"{header}: {value}" }));
    }

    [TestCase("!#$%&'*+-.^_`|~")]
    [TestCase("a,b;c=\"d\"")]
    [TestCase("two  spaces")]
    [TestCase("<tag>{brace}\\back")]
    [CancelAfter(60_000)]
    public async Task Every_printable_character_of_a_key_stays_as_it_is(string key, CancellationToken cancellation)
    {
        await using var service = new RawServer(_ => RawServer.Ok);
        await using var app = new App(profiles => profiles.AddApiKey(App.Profile, options => (options.BaseUrl, options.Key) = (service.Address.AbsoluteUri, key)));

        (await app.CreateClient().GetAsync("items", cancellation)).Dispose();

        Assert.That(service.Requests.Single().HeaderLines("x-api-key"), Is.EqualTo(new[] { "x-api-key: " + key }));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_query_and_a_path_secret_stand_in_the_request_line_once(CancellationToken cancellation)
    {
        var query = await SentAsync(SecretPlace.All.Single(place => place.Name == "query"), new StringContent("{}"), chunked: false, cancellation);
        var path = await SentAsync(SecretPlace.All.Single(place => place.Name == "path"), new StringContent("{}"), chunked: false, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(query.Line, Is.EqualTo($"POST /items/7?key={SecretPlace.Secret} HTTP/1.1"));
            Assert.That(path.Line, Is.EqualTo($"POST /items/{SecretPlace.Secret} HTTP/1.1"));
        });
    }

    [TestCase("json", false)]
    [TestCase("json", true)]
    [TestCase("json stream", false)]
    [TestCase("json stream", true)]
    [TestCase("form", false)]
    [TestCase("form", true)]
    [TestCase("multipart", false)]
    [TestCase("multipart", true)]
    [CancelAfter(60_000)]
    public async Task A_body_with_the_secret_is_framed_once_and_whole(string kind, bool chunked, CancellationToken cancellation)
    {
        var json = Encoding.UTF8.GetBytes("""{ "a" : 1.0 }""");
        HttpContent content = kind switch
        {
            "json" => new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } },
            "json stream" => new StreamContent(new OneShotStream(json)) { Headers = { ContentType = new("application/json") } },
            "form" => new FormUrlEncodedContent([new("a", "1.0")]),
            _ => new MultipartFormDataContent("b0undary") { { new StringContent("1.0"), "a" } },
        };

        var request = await SentAsync(SecretPlace.All.Single(place => place.Name == "payload"), content, chunked, cancellation);

        var body = Encoding.UTF8.GetString(request.Body);
        Assert.Multiple(() =>
        {
            Assert.That(request.HeaderLines("Content-Length").Concat(request.HeaderLines("Transfer-Encoding")), Has.Exactly(1).Items);
            Assert.That(request.Header("Content-Length"), chunked ? Is.Null : Is.EqualTo(request.Body.Length.ToString(CultureInfo.InvariantCulture)));
            Assert.That(request.HeaderLines("Content-Type"), Has.Exactly(1).Items);
            Assert.That(body, Does.Contain("1.0"));
            Assert.That(body.Split(SecretPlace.Secret), Has.Length.EqualTo(2));
            switch (kind)
            {
                case "form":
                    Assert.That(body, Is.EqualTo($"a=1.0&key={SecretPlace.Secret}"));
                    break;
                case "multipart":
                    Assert.That(body, Does.StartWith("--b0undary\r\n").And.EndsWith("\r\n--b0undary--\r\n"));
                    break;
                default:
                    Assert.That((string?)JsonNode.Parse(body)!["key"], Is.EqualTo(SecretPlace.Secret));
                    break;
            }
        });
    }

    private static async Task<RawRequest> SentAsync(SecretPlace place, HttpContent content, bool chunked, CancellationToken cancellation)
    {
        await using var service = new RawServer(_ => RawServer.Ok);
        await using var app = new App(profiles => place.Declare(profiles, service.Address.AbsoluteUri));
        using var request = place.Request();
        request.Content = content;
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        using var response = await app.CreateClient().SendAsync(request, cancellation);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(request.Headers.TransferEncodingChunked, Is.EqualTo(chunked ? true : null));
        return service.Requests.Single();
    }
}
