using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AuthProfiles.Security.Tests.Retries;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>What holds of token answers, bodies, callbacks and return addresses around their corpora.</summary>
internal sealed class AnswerPropertyTests(string culture) : CultureFixture(culture)
{
    private const int Runs = 500;
    private const string Secret = "s3cret";
    private const string Callback = "https://app.example/callback";

    [Test]
    public async Task A_token_that_is_taken_is_one_token_and_a_refused_one_is_sent_nowhere()
    {
        using var primary = new InMemoryPrimary();
        await using var services = Services(primary, static profiles => profiles.AddClientCredentials(HostileApp.Profile, static options =>
            (options.BaseUrl, options.TokenUrl, options.ClientId, options.ClientSecret) = ("https://api.example.com/", "https://login.example.com/token", "app", HostileApp.Secret)));
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(HostileApp.Profile);
        var run = 0;
        Prop.ForAll(Hostiles.Around("token-answers", 3), body =>
        {
            primary.TokenAnswer = Encoding.UTF8.GetBytes(body);
            primary.Sent.Clear();

            // Each run is a tenant of its own, for which nothing is kept.
            return Send(() => client.For(FormattableString.Invariant($"t{run++}")).GetAsync("items"))
                ? primary.Sent.Single().Authorization!["Bearer ".Length..].All(static sign => sign is > ' ' and <= '~' and not ',')
                : primary.Sent.Count == 0;
        }).Check(Hostiles.Runs(Runs));
        Assert.That(run, Is.GreaterThanOrEqualTo(Runs));
    }

    [Test]
    public async Task A_body_that_is_sent_has_the_secret_once_and_every_other_byte()
    {
        using var primary = new InMemoryPrimary();
        await using var services = Services(primary, HostileApp.WithInput("https://api.example.com/", AuthorizationField.Payload("key", "{{key}}"), Secret));
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(HostileApp.Profile);
        var taken = 0;
        Prop.ForAll(Hostiles.Around("bodies", 3), body =>
        {
            primary.Sent.Clear();
            var given = Encoding.UTF8.GetBytes(body);
            using var content = new ByteArrayContent(given) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            if (!Send(() => client.PostAsync("items", content)))
            {
                return primary.Sent.Count == 0;
            }

            taken++;
            var sent = primary.Sent.Single().Body;
            return HasOnce(sent) && (sent.AsSpan().SequenceEqual(given) || Without(sent) == Encoding.UTF8.GetString(given));
        }).Check(Hostiles.Runs(Runs * 2));
        Assert.That(taken, Is.GreaterThan(Runs / 20));
    }

    [Test]
    public async Task A_callback_that_is_redeemed_has_one_state_and_one_code()
    {
        using var primary = new InMemoryPrimary { TokenAnswer = """{"access_token":"t0ken","token_type":"Bearer"}"""u8.ToArray() };
        await using var services = Services(primary, static profiles => profiles.AddAuthorizationCode(HostileApp.Profile, static options =>
        {
            (options.BaseUrl, options.TokenUrl, options.AuthorizationUrl) = ("https://api.example.com/", "https://login.example.com/token", "https://login.example.com/authorize");
            (options.ClientId, options.ClientSecret, options.RedirectUri) = ("app", HostileApp.Secret, Callback);
        }));
        var connections = services.GetRequiredService<IConnections>();
        var taken = 0;
        Prop.ForAll(Hostiles.Around("callbacks", 2), template =>
        {
            var start = connections.StartAsync(HostileApp.Profile, user: "mia").GetAwaiter().GetResult();
            var state = start.Address.Query.Split("state=")[1].Split('&')[0];
            var address = template.Replace("{all}", "code={code}&state={state}", StringComparison.Ordinal).Replace("{cb}", Callback, StringComparison.Ordinal).Replace("{code}", "c0de", StringComparison.Ordinal)
                .Replace("{state}", state, StringComparison.Ordinal).Replace("&iss={iss}", string.Empty, StringComparison.Ordinal);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var callback))
            {
                return true;
            }

            var requests = primary.TokenRequests;
            try
            {
                connections.CompleteAsync(callback, user: "mia").GetAwaiter().GetResult();
            }
            catch (AuthorizationException error)
            {
                return primary.TokenRequests == requests && !error.Message.Contains(state, StringComparison.Ordinal);
            }

            taken++;
            var names = address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(static pair => Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' '))).ToArray();
            return primary.TokenRequests == requests + 1 && address.StartsWith(Callback + "?", StringComparison.Ordinal) && names.Count(static name => name == "state") == 1 && names.Count(static name => name == "code") == 1;
        }).Check(Hostiles.Runs(Runs / 2));
        Assert.That(taken, Is.GreaterThan(Runs / 200));
    }

    private static bool Send(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            using var response = send().GetAwaiter().GetResult();
            return true;
        }
        catch (AuthorizationException)
        {
            return false;
        }
    }

    private static bool HasOnce(byte[] sent)
    {
        using var document = JsonDocument.Parse(sent.AsMemory(sent.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), new JsonDocumentOptions { MaxDepth = 1024 });
        return document.RootElement.EnumerateObject().Where(static member => member.Name == "key").Select(static member => member.Value.GetString()).ToArray() is [Secret];
    }

    private static string Without(byte[] sent)
    {
        var text = Encoding.UTF8.GetString(sent);
        var inside = text.IndexOf('{', StringComparison.Ordinal) + 1;
        const string Member = $"\"key\":\"{Secret}\"";
        return text.AsSpan(inside).StartsWith(Member, StringComparison.Ordinal) ? text.Remove(inside, Member.Length + (text[inside + Member.Length] == ',' ? 1 : 0)) : string.Empty;
    }

    private static ServiceProvider Services(InMemoryPrimary primary, Action<AuthProfilesBuilder> profiles)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ImpatientClock());
        profiles(services.AddAuthProfiles());
        services.AddHttpClient(HostileApp.Profile).AddAuthorizationProfile(HostileApp.Profile);
        services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => primary));
        return services.BuildServiceProvider();
    }
}
