using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Injection;
using AuthProfiles.Templates;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

/// <summary>A call means the same address whether the connection's base address is known when it is made or not.</summary>
public sealed class BelowPlaceholderTests
{
    private static readonly string[] BaseUrls =
    [
        "https://api.example/{tenant}/",
        "https://api.example/{tenant}",
        "https://api.example/v1/{tenant}/",
        "https://api.example/v1/{tenant}/api/",
        "https://api.example/v1/{tenant}/api",
        "https://api.example/v1/x-{tenant}-{{region}}/{{region}}/api/",
        "https://api.example/bot%20{tenant}/a%2Fb/",
        "https://{tenant}.api.example/{{region}}/",
    ];

    private static readonly string[] Addresses = ["today", "today?x=1", "/today", "../today", "../../today", "./today", "", "?x=1", "/", "/v1/today", "/v1/", "a/../../today"];

    [Test]
    public async Task An_address_is_joined_alike_before_and_after_its_connection_is_known([ValueSource(nameof(BaseUrls))] string baseUrl, [ValueSource(nameof(Addresses))] string address, [Values] Way way)
    {
        var store = new InMemoryConnectionStore();
        await store.TryWriteAsync(new() { Key = new("shop", "acme"), Inputs = System.Collections.Immutable.ImmutableDictionary<string, SecretValue>.Empty.Add("key", "k").Add("region", "eu west") }, 0);
        var profile = Shop(baseUrl);
        using var primary = new StubPrimary();
        using var http = Over(primary, profile, store, way);
        var known = new Uri(baseUrl.Replace("{tenant}", "acme", StringComparison.Ordinal).Replace("{{region}}", "eu%20west", StringComparison.Ordinal));
        var expected = new Uri(known, address).AbsoluteUri;
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            using var response = way switch
            {
                Way.View => await http.For("acme").SendAsync(request),
                Way.Request => await http.SendAsync(request.For("acme")),
                _ => await http.SendAsync(request),
            };
        }

        Assert.That(primary.Sent.Select(static sent => sent.Address.AbsoluteUri), Is.EqualTo(new[] { expected, expected }));
    }

    [TestCase("today", "/v1/a/b/api/today")]
    [TestCase("../today", "/v1/a/b/today")]
    [TestCase("/today", "/today")]
    [TestCase("/v1/today", "/v1/today")]
    public void A_value_of_several_segments_stands_in_the_place_of_one(string address, string expected)
    {
        var names = TemplateNames.Of("shop", "BaseUrl").WithField("path", ValueShape.MultiSegmentPath);
        var template = UrlTemplate.Parse("https://api.example/v1/{{path}}/api/", names);

        var expanded = BelowPlaceholder.Expand(new(template.Placeholder!, address), template.Placeholder!, template.GetUri(["a/b"]));

        Assert.That(expanded.AbsoluteUri, Is.EqualTo("https://api.example" + expected));
    }

    private static HttpClient Over(HttpMessageHandler primary, IAuthorizationProfile profile, IConnectionStore store, Way way)
    {
        var source = new CredentialSource(profile, new(static () => throw new InvalidOperationException("No token client here."), new ManualClock(), store));
        Func<ConnectionName>? byDefault = way == Way.Default ? static () => new("acme", user: null) : null;
        ConnectionHandler? chain = null;
        var binding = new ClientBinding(source, () => chain!) { NameByDefault = byDefault };
        chain = new(source, byDefault) { InnerHandler = new CredentialHandler(source, binding) { InnerHandler = primary } };
        var client = new HttpClient(chain);
        binding.Prepare(client);
        ClientBindings.Add(client, binding);
        return client;
    }

    private static ApiKeyProfile Shop(string baseUrl)
    {
        var options = new ApiKeyOptions { BaseUrl = baseUrl };
        options.AdditionalFields.Add(new("region") { Optional = true, Secret = false });
        return new("shop", options);
    }

    /// <summary>How a request is given its connection.</summary>
    public enum Way
    {
        /// <summary>By <c>http.For</c>.</summary>
        View,

        /// <summary>By <c>request.For</c>.</summary>
        Request,

        /// <summary>By what the client asks for each request.</summary>
        Default,
    }
}
