using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.Authorization;

/// <summary>Users consent at Entra themselves; the tenants and the application beside them stay as they were.</summary>
internal sealed class UserSignInTests
{
    private const string Directory = "11111111-2222-3333-4444-555555555555";
    private static readonly Uri Callback = new("https://app.contoso.com/callback");

    [Test]
    public async Task A_user_signs_in_and_calls_by_their_own_token()
    {
        using var app = Application();
        app.Login.Expect(HttpMethod.Post, $"https://login.microsoftonline.com/{Directory}/oauth2/v2.0/token")
            .WithFormData(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = "the-code", ["client_id"] = "c", ["client_secret"] = "s" })
            .With(request => request.Content!.ReadAsStringAsync().Result.Contains("code_verifier=", StringComparison.Ordinal))
            .Respond("application/json", """{"access_token":"t-mia","refresh_token":"r-mia","token_type":"Bearer","expires_in":3600,"scope":"https://cognitiveservices.azure.com/user_impersonation"}""");
        app.Expecting("https://contoso.openai.azure.com", "Authorization", "Bearer t-mia");
        var connections = app.Provider.GetRequiredService<IConnections>();

        var start = await connections.StartAsync("assistant", user: "mia", options: new() { CallbackLink = Callback });
        var query = Query(start.Address);
        await connections.CompleteAsync(new Uri($"{Callback}?code=the-code&state={query["state"]}"), user: "mia");
        var completion = await app.Client.For(user: "mia").CompleteChatAsync(new ChatRequest("Hello"));

        Assert.Multiple(() =>
        {
            Assert.That(completion.Text, Is.EqualTo("Hi"));
            Assert.That(start.Address.GetLeftPart(UriPartial.Path), Is.EqualTo($"https://login.microsoftonline.com/{Directory}/oauth2/v2.0/authorize"));
            Assert.That(query["scope"], Is.EqualTo("https://cognitiveservices.azure.com/user_impersonation offline_access"));
            Assert.That((query["client_id"], query["code_challenge_method"]), Is.EqualTo(("c", "S256")));
        });
        app.VerifyAllWasSent();
    }

    [Test]
    public async Task Where_they_come_back_to_may_stand_in_the_settings()
    {
        using var app = new Application(
            ("Endpoint", "contoso.openai.azure.com"), ("TenantId", Directory), ("ClientId", "c"), ("ClientSecret", "s"), ("UsersSignIn", "true"), ("RedirectUri", Callback.OriginalString)).With(o => o.Probe = null);
        app.Start();

        var start = await app.Provider.GetRequiredService<IConnections>().StartAsync("assistant", user: "mia");

        Assert.That(Query(start.Address)["redirect_uri"], Is.EqualTo(Callback.OriginalString));
    }

    [Test]
    public async Task A_user_who_has_not_signed_in_is_asked_to_and_nothing_is_sent()
    {
        using var app = Application();
        var error = await Assert.ThrowsAsync<AuthorizationRequiredException>(() => app.Client.For(user: "ann").CompleteChatAsync(new ChatRequest("Hello")));
        Assert.That(error!.User, Is.EqualTo("ann"));
    }

    [Test]
    public async Task Tenants_and_the_application_are_authorized_as_before()
    {
        using var app = Application()
            .Expecting("https://contoso.openai.azure.com", "api-key", "k-acme")
            .Expecting("https://contoso.openai.azure.com", "Authorization", "Bearer t-app")
            .Issuing("t-app", Directory, "c", "s");

        await app.ChatAsync("acme");
        await app.ChatAsync();

        app.VerifyAllWasSent();
    }

    private static Application Application() => new Application(
        ("Endpoint", "contoso.openai.azure.com"), ("TenantId", Directory), ("ClientId", "c"), ("ClientSecret", "s"), ("UsersSignIn", "true"), ("Connections:acme:ApiKey", "k-acme")).With(o => o.Probe = null);

    private static Dictionary<string, string> Query(Uri address) => address.Query[1..].Split('&').Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')), StringComparer.Ordinal);
}
