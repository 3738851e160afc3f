using AuthProfiles.Security.Tests.Hostile.Wire;
using AuthProfiles.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>Endpoints, base addresses and directories, whoever gave them: what is taken is called, and nothing else is.</summary>
internal sealed class EndpointTests(string culture) : CultureFixture(culture)
{
    private const int Place = 1;
    private const int Value = 2;
    private const int Called = 3;

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Endpoints))]
    public async Task An_address_is_called_as_it_is_given_or_nothing_is_sent(CorpusClass rows)
    {
        foreach (var row in rows.Rows)
        {
            await using var network = new RawListener(static message => message.Target.EndsWith("/token", StringComparison.Ordinal)
                ? RawListener.Answer(200, "application/json", """{"access_token":"t0ken","token_type":"Bearer"}"""u8.ToArray())
                : RawListener.Answer(200, "application/json", "{}"u8.ToArray()));

            var sent = row[Place] == "directory" ? await AskDirectoryAsync(network, row) : await CallAsync(network, row);

            Assert.That(sent, Is.EqualTo(row[Called]), row.ToString());
        }
    }

    private static async Task<string> CallAsync(RawListener network, CorpusRow row)
    {
        await using var app = new HostileApp(network, Declared(row[Place], row[Value]));
        var arrived = await network.TryAsync(row, () => row[Place] == "azure" ? AskAzureAsync(app) : app.CreateClient().GetAsync("items"));
        if (arrived is null)
        {
            return CorpusRow.Refused;
        }

        // What the connection was asked for and what the request says must be the same host.
        var asked = network.Asked.Single();
        var port = asked[(asked.LastIndexOf(':') + 1)..];
        var host = asked[..asked.LastIndexOf(':')] is var name && name.Contains(':', StringComparison.Ordinal) && name[0] != '[' ? $"[{name}]" : asked[..asked.LastIndexOf(':')];
        var isDefault = port == (arrived.IsEncrypted ? "443" : "80");
        Assert.That(arrived.All("Host"), Is.EqualTo(new[] { isDefault ? host : $"{host}:{port}" }), row.ToString());
        Assert.That(arrived.Target, Is.EqualTo(row[Place] == "azure" ? "/openai/v1/models" : "/items"), row.ToString());
        Assert.That(arrived.All(row[Place] == "azure" ? "api-key" : "x-api-key"), Is.EqualTo(new[] { HostileApp.Secret }), row.ToString());
        return $"{(arrived.IsEncrypted ? "https" : "http")} {host} {port}";
    }

    private static async Task<string> AskDirectoryAsync(RawListener network, CorpusRow row)
    {
        await using var app = new HostileApp(network, profiles => profiles.AddClientCredentials(HostileApp.Profile, options =>
        {
            options.Provider = OAuthProviders.EntraId;
            options.BaseUrl = "https://api.example.com/";
            (options.ClientId, options.ClientSecret) = ("app", HostileApp.Secret);
            options.Inputs["tenantId"] = row[Value];
            options.Scope["scope"] = "https://api.example.com/.default";
        }));
        try
        {
            using var client = app.CreateClient();
            using var response = await client.GetAsync("items");
        }
        catch (AuthorizationException)
        {
            Assert.That(network.Connections, Is.Zero, $"{row}: refused before the network");
            return CorpusRow.Refused;
        }

        Assert.That(network.Asked, Is.EqualTo(new[] { "login.microsoftonline.com:443", "api.example.com:443" }), row.ToString());
        Assert.That(network.Messages[0].All("Host"), Is.EqualTo(new[] { "login.microsoftonline.com" }), row.ToString());
        Assert.That(network.Messages[1].All("Authorization"), Is.EqualTo(new[] { "Bearer t0ken" }), row.ToString());
        return network.Messages[0].Line.Split('/') is ["POST ", var directory, "oauth2", "v2.0", "token HTTP", "1.1"] ? directory : network.Messages[0].Line;
    }

    private static async Task<HttpResponseMessage> AskAzureAsync(HostileApp app)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "openai/v1/models");
        return await app.Services.GetRequiredService<AzureOpenAIClient>().SendAsync(request);
    }

    private static Action<AuthProfilesBuilder> Declared(string place, string value)
    {
        var field = AuthorizationField.Header("x-api-key", HostileApp.Secret);
        return place switch
        {
            "azure" => profiles => profiles.Services.AddAzureOpenAI("assistant", options => (options.Endpoint, options.ApiKey, options.ChatDeployment) = (value, HostileApp.Secret, "gpt")),
            "base" => profiles => profiles.AddApiKey(HostileApp.Profile, options => (options.BaseUrl, options.Key) = (value, HostileApp.Secret)),
            "host" => HostileApp.WithInput("https://{{key}}/", field, value, ValueShape.HostName()),
            _ => HostileApp.WithInput("{{key}}/", field, value, ValueShape.Origin()),
        };
    }
}
