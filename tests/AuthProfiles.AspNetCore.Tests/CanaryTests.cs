using System.Collections.Concurrent;
using System.Diagnostics;
using AuthProfiles.AspNetCore.Tests.Infrastructure;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>Whatever becomes of a consent on the web, neither code nor state, token or secret is on a page, in a log, or in an activity of ours (OA-10).</summary>
[TestFixture]
[NonParallelizable]
public sealed class CanaryTests
{
    private readonly ConcurrentQueue<string> _told = [];

    [Test]
    public async Task OA_10_nothing_is_told()
    {
        using var listener = Listen();
        await using var web = await WebTest.StartAsync(static o => o.Probe = "GET me");
        var (mia, ben) = (web.Open(), web.Open("ben"));
        var secrets = new HashSet<string>(StringComparer.Ordinal) { "canary-client-secret", "canary-code", "canary-input" };

        async Task<Uri> BeginAsync()
        {
            var callback = await web.ConsentAsync(mia);
            secrets.UnionWith(callback.Query.TrimStart('?').Split('&').Select(static pair => pair.Split('=')).Where(static pair => pair[0] is "code" or "state").Select(static pair => pair[1]));
            return callback;
        }

        async Task TellAsync(Task<HttpResponseMessage> sending)
        {
            using var answer = await sending;
            _told.Enqueue(await answer.Content.ReadAsStringAsync());
        }

        var good = (await BeginAsync()).AbsoluteUri;
        await TellAsync(mia.GetAsync(good));
        await TellAsync(mia.GetAsync(good));
        await TellAsync(ben.GetAsync(good));
        await TellAsync(mia.GetAsync((await BeginAsync()).AbsoluteUri + "&code=canary-code"));
        await TellAsync(mia.GetAsync((await BeginAsync()).AbsoluteUri + "&error=server_error"));
        await TellAsync(mia.GetAsync((await BeginAsync()).AbsoluteUri.Replace("iss=", "iss=x", StringComparison.Ordinal)));
        await TellAsync(ben.GetAsync((await BeginAsync()).AbsoluteUri));
        var other = await BeginAsync();
        web.Provider.FailNext(System.Net.HttpStatusCode.BadRequest, """{"error":"invalid_grant","error_description":"canary-code"}""");
        await TellAsync(mia.GetAsync(other.AbsoluteUri));
        await TellAsync(mia.PostAsync("/connections/calendar/test"));
        await TellAsync(mia.PostAsync("/connections/calendar/connect", ("input.nothing", "canary-input")));
        await TellAsync(mia.GetAsync("/week"));
        await TellAsync(mia.PostAsync("/connections/calendar/disconnect"));
        await TellAsync(ben.GetAsync("/week"));

        // The host's own lines of requests have the whole address: what they show is the host's to decide.
        foreach (var (category, text) in web.Logs.Entries.Where(static entry => !entry.Category.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal)))
        {
            _told.Enqueue($"{category}: {text}");
        }

        Assert.That(secrets, Has.Count.GreaterThan(12));
        Assert.Multiple(() =>
        {
            foreach (var secret in secrets)
            {
                Assert.That(_told.Where(told => told.Contains(secret, StringComparison.Ordinal)), Is.Empty);
            }
        });
    }

    private ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith("AuthProfiles", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _told.Enqueue(string.Join(' ', activity.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
