using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Retries;

/// <summary>Every method, body and failure: what is not idempotent has one effect at most, counted where the requests arrive, and what is safe is sent again.</summary>
[Category("Retries")]
[CancelAfter(60_000)]
public sealed class RetrySafetyTests
{
    private const string Profile = "orders";

    [TestCaseSource(typeof(RetryTable), nameof(RetryTable.Methods))]
    public async Task A_call_has_the_attempts_and_the_effects_that_the_table_says(string failure, string body, IReadOnlyDictionary<string, string> expected)
    {
        foreach (var (method, cell) in expected)
        {
            await using var server = new FaultServer(failure);
            var clock = new ImpatientClock();
            await using var services = Services(server, clock, body);

            await SendAsync(services.GetRequiredService<IHttpClientFactory>().CreateClient(Profile), server, clock, failure, method, body);

            Assert.That($"{server.Attempts}/{server.CarriedOut.Count}", Is.EqualTo(cell), $"{method} with {body} after {failure}");
            Assert.That(server.CarriedOut.Select(static message => message.Method).Append(method).Distinct(), Is.EqualTo(new[] { method }));
            Assert.That(server.CarriedOut.Select(static message => message.BodyText), Has.All.EqualTo(RetryBodies.Arrives(body, failure == "401" ? 2 : 1)), $"{method} with {body} after {failure}: the body is whole");
        }
    }

    [Test]
    public void The_table_has_every_cell_and_no_second_effect_of_what_is_not_idempotent()
    {
        var rows = RetryTable.Read("Expected", 2).ToArray();

        Assert.That(rows.Select(static row => string.Join('|', row.Names)).ToArray(), Is.Unique.And.Length.EqualTo(19 * 6));
        Assert.That(rows.SelectMany(static row => row.Cells).Where(static cell => cell.Key is "POST" or "PATCH").Select(static cell => cell.Value[^1]), Has.All.AnyOf('0', '1'));
        Assert.That(rows.Select(static row => row.Cells["GET"]), Has.Some.EqualTo("2/2"));
    }

    [Test]
    public async Task Repeating_everything_has_two_effects()
    {
        await using var server = new FaultServer("500");
        using var client = new HttpClient(new RepeatingHandler { InnerHandler = server.CreateHandler() }) { BaseAddress = server.Address };

        using var response = await client.PostAsync("items", RetryBodies.Make("memory"));

        Assert.That(server.CarriedOut, Has.Count.EqualTo(2));
    }

    private static async Task SendAsync(HttpClient client, FaultServer server, ImpatientClock clock, string failure, string method, string body)
    {
        if (failure.EndsWith("-used", StringComparison.Ordinal))
        {
            using var content = RetryBodies.Make(RetryBodies.Payload);
            using var warm = new HttpRequestMessage(HttpMethod.Post, FaultServer.Warm) { Content = content };
            using var answer = await client.SendAsync(warm);
        }

        using var request = new HttpRequestMessage(new(method), "items") { Content = RetryBodies.Make(body) };
        var sending = client.SendAsync(request);
        if (failure == "timeout")
        {
            await Task.WhenAny(server.Hangs, sending);
            clock.RunOut();
        }

        try
        {
            using var response = await sending;
        }
        catch (Exception error) when (error is HttpRequestException or AuthorizationException { Kind: AuthorizationErrorKind.InjectionRefused })
        {
            // What came of it is told by the server's count.
        }
    }

    private static ServiceProvider Services(FaultServer server, TimeProvider clock, string body)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddAuthProfiles().AddClientCredentials(Profile, options =>
        {
            (options.BaseUrl, options.TokenUrl) = (server.Address.AbsoluteUri, server.Address + "token");
            (options.ClientId, options.ClientSecret) = ("app", "s3cret");
            if (body == RetryBodies.Payload)
            {
                options.AuthorizationFields.Add(AuthorizationField.Payload("token", "{{accessToken}}"));
            }
        });
        services.AddHttpClient(Profile).AddAuthorizationProfile(Profile).AddResilience();
        services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(server.CreateHandler));
        return services.BuildServiceProvider();
    }
}
