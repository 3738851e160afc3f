using System.Security.Cryptography;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

/// <summary>Whatever the secrets are and whatever a server says: nothing that prints shows one.</summary>
[CancelAfter(120_000)]
[Category("I2")]
internal sealed class ClientSecrecyTests
{
    private static readonly SigningKeyReader Keys = new();

    [TestCaseSource(typeof(ClientCases), nameof(ClientCases.Names))]
    public async Task No_secret_key_or_assertion_is_in_any_message_or_display(string name)
    {
        var random = new Random(name.Length);
        var way = ClientCases.Ways[name];
        for (var round = 0; round < 60; round++)
        {
            var (primary, secondary) = (NewClient(random, out var primaryKey), NewClient(random, out var secondaryKey));
            var request = new TokenRequest(primary, secondary);
            request.Add("grant_type", "client_credentials");
            var attempt = new TokenAttempt(request.Parameters, primary, ClientCases.Address, TokenTime.Start);
            way.Authenticate(attempt);
            using var server = new EchoingServer(random);
            using var client = new HttpMessageInvoker(server);
            var time = new TokenTime();
            var call = new TokenCall(client, time, ClientCases.Address, request, secondary, way, new FormTokenRequestBody());

            var reading = await new TokenEndpoint(way, new FormTokenRequestBody(), new TokenAnswerReader()).SendAsync(client, time, ClientCases.Address, request, safeToRepeat: true, CancellationToken.None);
            await call.SendAsync(CancellationToken.None).ContinueWith(static sent => sent.Exception, TaskScheduler.Default);

            var printed = string.Join('\n', DebuggerView.Of(reading.Failure), $"{reading.Failure}", DebuggerView.Of(request), DebuggerView.Of(attempt), DebuggerView.Of(call));
            Assert.That(printed, Does.Contain("grant_type"), "the view itself works");
            string[] secrets = [primary.Secret!.Reveal(), secondary.Secret!.Reveal(), .. server.Sent, .. Lines(primaryKey), .. Lines(secondaryKey)];
            Assert.That(secrets.Where(secret => printed.Contains(secret, StringComparison.Ordinal) || printed.Contains(secret[..20], StringComparison.Ordinal)), Is.Empty);
        }
    }

    [Test]
    public void The_view_shows_what_is_not_hidden() => Assert.That(DebuggerView.Of(new ClientIdentity("shown-id", "hidden-secret")), Does.Contain("shown-id").And.Not.Contain("hidden-secret"));

    [Test]
    public void No_fault_of_a_key_has_anything_of_its_text()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            _ = NewClient(random, out var text);
            var at = random.Next(text.Length);
            var broken = random.Next(4) switch
            {
                0 => text[..at],
                1 => text.Remove(at, Math.Min(text.Length - at, random.Next(1, 60))),
                2 => text.Insert(at, $"{(char)random.Next(1, 0x2000)}"),
                _ => text.Replace("\n", " junk ", StringComparison.Ordinal),
            };

            if (!Keys.TryRead(broken, out var key, out var fault))
            {
                Assert.That(Lines(text).Where(line => fault.Contains(line, StringComparison.Ordinal)), Is.Empty);
            }
            else
            {
                Assert.That(key.Sign([1]), Is.Not.Empty);
            }
        }
    }

    private static ClientIdentity NewClient(Random random, out string keyText)
    {
        var secret = string.Concat(Enumerable.Range(0, random.Next(40, 90)).Select(_ => (char)random.Next('!', random.Next(4) == 0 ? 0x500 : 0x7F)));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = key.ExportParameters(includePrivateParameters: true);
        keyText = random.Next(3) switch
        {
            0 => key.ExportPkcs8PrivateKeyPem(),
            1 => key.ExportECPrivateKeyPem(),
            _ => $$"""{"kty":"EC","crv":"P-256","x":"{{Base64Url.Encode(parameters.Q.X)}}","y":"{{Base64Url.Encode(parameters.Q.Y)}}","d":"{{Base64Url.Encode(parameters.D)}}"}""",
        };
        Assert.That(Keys.TryRead(keyText, out var read, out var fault), Is.True, fault);
        return new($"id-{random.Next()}", secret, read);
    }

    // What is secret in a key's text: its long runs of characters.
    private static IEnumerable<string> Lines(string keyText) => keyText.Split('\n', '"', ' ').Where(static line => line.Length >= 40 && !line.StartsWith('-'));
}
