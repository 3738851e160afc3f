using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>The callback is open to anybody, and takes nothing but what was begun here, by the same person, once.</summary>
[TestFixture]
public sealed class CallbackTests
{
    [TestCaseSource(nameof(Cases))]
    public async Task A_callback_is_taken_only_as_it_should_be(string who, string template, string outcome)
    {
        await using var web = await StartAsync();
        var address = await new CallbackWaits(web).FillAsync(template);
        var requests = web.Provider.TokenRequests;

        var (status, page, location) = await ComeAsync(web, who, address);

        var sent = web.Provider.TokenRequests - requests;
        Assert.Multiple(() =>
        {
            Assert.That(status, outcome switch
            {
                "connected" => Is.EqualTo(303),
                "denied" or "used" => Is.EqualTo(200),
                "refused" => Is.EqualTo(400),
                "nobody" => Is.EqualTo(401),
                "unknown" => Is.EqualTo(404),
                _ => Is.InRange(400, 599),
            });
            Assert.That(sent, Is.EqualTo(outcome is "connected" or "spent" ? 1 : 0));
            Assert.That(location, outcome is "connected" ? Is.EqualTo($"/connections/{ProfileOf(address)}") : Is.Empty);
            Assert.That(page, outcome switch
            {
                "denied" => Does.Contain("You have not given your consent"),
                "used" => Does.Contain("completed already"),
                _ => Does.Not.Contain("<script"),
            });
        });
        Assert.That(await MadeAsync(web), outcome is "connected" ? Is.EqualTo(new[] { who }) : Is.Empty);

        // Whatever it was, it is not good a second time.
        var (again, _, _) = await ComeAsync(web, who, address);
        Assert.That(again, Is.Not.EqualTo(303));
        Assert.That(web.Provider.TokenRequests - requests, Is.EqualTo(sent));
    }

    [Test]
    public async Task OA_6_a_callback_that_comes_twice_at_once_is_redeemed_once([Range(1, 10)] int round)
    {
        await using var web = await StartAsync();
        var address = await new CallbackWaits(web).FillAsync("{cb}?{ok}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8 + round).Select(_ => Task.Run(() => ComeAsync(web, "mia", address))));

        Assert.That(answers.Count(static answer => answer.Status == 303), Is.EqualTo(1));
        Assert.That(answers.Where(static answer => answer.Status != 303), Has.All.Matches<(int Status, string Page, string Location)>(static answer => answer.Status == 200 && answer.Page.Contains("completed already", StringComparison.Ordinal)));
        Assert.That(web.Provider.TokenRequests, Is.EqualTo(1));
    }

    private static IEnumerable<TestCaseData> Cases() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "callbacks.txt"))
        .Select(static line => line.Split(" | "))
        .Where(static parts => parts.Length == 4)
        .Select(static parts => new TestCaseData(parts[1], parts[2], parts[3]).SetArgDisplayNames(parts[0]));

    private static Task<WebTest> StartAsync() => WebTest.StartAsync(
        static o => o.Provider = new("Example") { NamesIssuer = true },
        static builder => builder.Services.AddAuthProfiles()
            .AddAuthorizationCode("mail", static o =>
            {
                o.BaseUrl = "https://api.mail.example/";
                o.AuthorizationUrl = "https://login.mail.example/authorize";
                o.TokenUrl = "https://login.mail.example/token";
                o.Issuer = "https://login.mail.example";
                o.Provider = new("Example") { NamesIssuer = true };
            })
            .AddClientCredentials("backend", static o =>
            {
                o.BaseUrl = "https://api.backend.example/";
                o.TokenUrl = "https://login.backend.example/token";
            }),
        static app => app.UsePathBase("/base"));

    // As it stands on the wire: a client would bring the address into another form.
    private static async Task<(int Status, string Page, string Location)> ComeAsync(WebTest web, string who, string address)
    {
        var scheme = address[..address.IndexOf(':', StringComparison.Ordinal)];
        var rest = address[(scheme.Length + 3)..];
        var path = rest.IndexOf('/', StringComparison.Ordinal);
        var query = rest.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? mark : rest.Length;
        var answer = await web.Server.SendAsync(context =>
        {
            context.Request.Method = "GET";
            context.Request.Scheme = scheme;
            context.Request.Host = new(rest[..path]);
            context.Request.Path = PathString.FromUriComponent(rest[path..query]);
            context.Request.QueryString = new(rest[query..]);
            if (who != "-")
            {
                context.Request.Headers[HeaderAuthentication.Header] = who;
            }
        });
        using var reader = new StreamReader(answer.Response.Body);
        return (answer.Response.StatusCode, await reader.ReadToEndAsync(), answer.Response.Headers.Location.ToString());
    }

    private static async Task<List<string>> MadeAsync(WebTest web)
    {
        var made = new List<string>();
        foreach (var profile in new[] { "calendar", "mail" })
        {
            await foreach (var connection in web.Connections.ListAsync(profile))
            {
                made.Add(connection.Key.Tenant is { } tenant ? $"{connection.Key.User}@{tenant}" : connection.Key.User!);
            }
        }

        return made;
    }

    private static string ProfileOf(string address) => address.Contains("/mail/", StringComparison.Ordinal) ? "mail" : "calendar";
}
