using System.Text.RegularExpressions;
using AuthProfiles.Security.Tests.Hostile.Wire;
using AuthProfiles.Security.Tests.Retries;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>What comes to the callback of a consent, where anybody can send anything: the code is redeemed once by whom it is for, or the provider hears nothing.</summary>
internal sealed partial class ConsentCallbackTests(string culture) : CultureFixture(culture)
{
    private const int Who = 1;
    private const int Address = 2;
    private const int Outcome = 3;
    private const string Code = "c0de-0f-mia";
    private const string Callback = "https://app.example/callback";

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Callbacks))]
    public async Task A_callback_is_redeemed_as_it_should_be_or_the_provider_hears_nothing(CorpusClass rows)
    {
        await using var provider = new RawListener(static message => CodeOf(message) == Code
            ? RawListener.Answer(200, "application/json", """{"access_token":"t0ken","token_type":"Bearer","refresh_token":"r"}"""u8.ToArray())
            : RawListener.Answer(400, "application/json", """{"error":"invalid_grant"}"""u8.ToArray()));
        await using var app = new HostileApp(profiles => profiles.AddAuthorizationCode(HostileApp.Profile, options =>
        {
            (options.BaseUrl, options.TokenUrl) = (provider.Address.AbsoluteUri, provider.Address + "token");
            (options.AuthorizationUrl, options.Issuer) = ("https://login.calendar.example/authorize", "https://login.calendar.example");
            (options.ClientId, options.ClientSecret, options.RedirectUri) = ("app", HostileApp.Secret, Callback);
            options.Provider = new("Example") { NamesIssuer = true };
        }), new ImpatientClock());
        var connections = app.Services.GetRequiredService<IConnections>();

        foreach (var row in rows.Rows)
        {
            await connections.DisconnectAsync(HostileApp.Profile, user: "mia");
            var start = await connections.StartAsync(HostileApp.Profile, user: "mia");
            var requests = provider.Messages.Count;

            var outcome = await ComeAsync(connections, row, StateIn().Match(start.Address.Query).Groups[1].Value);

            Assert.That(outcome, Is.EqualTo(row[Outcome] == "spent" ? nameof(AuthorizationErrorKind.AuthorizationRequired) : row[Outcome]), row.ToString());
            Assert.That(provider.Messages.Count - requests, Is.EqualTo(row[Outcome] is "connected" or "spent" ? 1 : 0), $"{row}: token requests");
            Assert.That(await connections.FindAsync(HostileApp.Profile, user: "mia") is not null, Is.EqualTo(row[Outcome] == "connected"), $"{row}: a connection");
        }
    }

    private static async Task<string> ComeAsync(IConnections connections, CorpusRow row, string state)
    {
        var address = row[Address]
            .Replace("{all}", "code={code}&state={state}&iss={iss}", StringComparison.Ordinal)
            .Replace("{cb}", Callback, StringComparison.Ordinal)
            .Replace("{code}", Code, StringComparison.Ordinal)
            .Replace("{state}", state, StringComparison.Ordinal)
            .Replace("{STATE}", state.ToUpperInvariant() + "A", StringComparison.Ordinal)
            .Replace("{wide}", string.Concat(state.Select(static sign => Uri.EscapeDataString(((char)(sign + 0xFEE0)).ToString()))), StringComparison.Ordinal)
            .Replace("{iss}", "https%3A%2F%2Flogin.calendar.example", StringComparison.Ordinal);
        var (user, tenant) = row[Who].Split('@') is [var name, var customer] ? (name, customer) : (row[Who], null);
        try
        {
            await connections.CompleteAsync(new Uri(address, UriKind.RelativeOrAbsolute), tenant, user.Length == 0 ? null : user);
            return "connected";
        }
        catch (AuthorizationException error)
        {
            Assert.That($"{error}", Does.Not.Contain(state).And.Not.Contain(Code), $"{row}: the refusal holds neither state nor code");
            Assert.That(error.Message, Does.Match("^[ -~\u2026]*$"), $"{row}: the refusal can be printed");
            return error.Kind.ToString();
        }
    }

    // The whole value, in the test's own reading: a code that adds a parameter would show as another value.
    private static string? CodeOf(RawMessage message) =>
        message.BodyText.Split('&').Where(static pair => pair.StartsWith("code=", StringComparison.Ordinal)).Select(static pair => pair["code=".Length..]).SingleOrDefault();

    [GeneratedRegex("[?&]state=([^&]+)")]
    private static partial Regex StateIn();
}
