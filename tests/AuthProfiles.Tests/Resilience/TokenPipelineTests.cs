using System.Net;
using AuthProfiles.Resilience;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Resilience;

[CancelAfter(30_000)]
internal sealed class TokenPipelineTests
{
    // failure, attempts where the grant is safe to repeat, attempts where it is not
    [TestCase("200", 1, 1)]
    [TestCase("400", 1, 1)]
    [TestCase("401", 1, 1)]
    [TestCase("302", 1, 1)]
    [TestCase("no-name", 4, 4)]
    [TestCase("no-connection", 4, 4)]
    [TestCase("no-proxy", 4, 4)]
    [TestCase("429", 4, 4)]
    [TestCase("429 10", 4, 4)]
    [TestCase("429 11", 1, 1)]
    [TestCase("503", 4, 4)]
    [TestCase("503 3600", 1, 1)]
    [TestCase("408", 4, 1)]
    [TestCase("500", 4, 1)]
    [TestCase("502", 4, 1)]
    [TestCase("504", 4, 1)]
    [TestCase("ended", 2, 1)]
    [TestCase("reset", 2, 1)]
    [TestCase("body-ended", 2, 1)]
    [TestCase("hang", 2, 1)]
    [TestCase("tls", 1, 1)]
    [TestCase("program", 1, 1)]
    [TestCase("authorization", 1, 1)]
    public async Task A_failure_is_sent_again_as_often_as_the_grant_allows(string failure, int safe, int unsafely)
    {
        Assert.That(await CountAsync(safeToRepeat: true, failure), Is.EqualTo(safe));
        Assert.That(await CountAsync(safeToRepeat: false, failure), Is.EqualTo(unsafely));
    }

    [Test]
    public async Task Doubt_counts_over_all_attempts() =>
        Assert.That(await CountAsync(safeToRepeat: true, "ended", "503", "ended", "200"), Is.EqualTo(3));

    [Test]
    public async Task Doubt_counts_for_each_call_anew()
    {
        var time = new ManualTime();
        var pipeline = new TokenPipeline(time, static () => 0.5);

        Assert.That(await CountAsync(time, pipeline, safeToRepeat: true, "ended"), Is.EqualTo(2));
        Assert.That(await CountAsync(time, pipeline, safeToRepeat: true, "ended"), Is.EqualTo(2));
    }

    [Test]
    public async Task The_wait_is_what_the_server_asks_for()
    {
        var time = new ManualTime();

        await CountAsync(time, new TokenPipeline(time, static () => 0), safeToRepeat: false, "429 4", "503 ms:2500", "200");

        Assert.That(time.GetUtcNow() - ManualTime.Start, Is.EqualTo(TimeSpan.FromSeconds(6.5)));
    }

    [Test]
    public async Task The_callers_deadline_bounds_everything()
    {
        var time = new ManualTime();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(12), time);
        var attempts = 0;

        var sending = new TokenPipeline(time, static () => 1).SendAsync(
            (_, token) =>
            {
                attempts++;
                return Failures.AnswerAsync("503 5", token);
            },
            state: 0,
            safeToRepeat: true,
            deadline.Token);
        await time.RunAsync(sending);

        await Assert.ThatAsync(() => sending, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(attempts, Is.EqualTo(3));
        Assert.That(time.GetUtcNow() - ManualTime.Start, Is.EqualTo(TimeSpan.FromSeconds(12)));
    }

    [Test]
    public async Task No_answer_in_time_is_a_network_error_with_a_timeout_inside()
    {
        var time = new ManualTime();

        var sending = new TokenPipeline(time).SendAsync(static (_, token) => Failures.AnswerAsync("hang", token), state: 0, safeToRepeat: false, default);
        await time.RunAsync(sending);

        await Assert.ThatAsync(() => sending, Throws.TypeOf<HttpRequestException>().With.InnerException.TypeOf<TimeoutException>());
    }

    [Test]
    public async Task The_last_answer_goes_back()
    {
        var time = new ManualTime();

        var sending = new TokenPipeline(time).SendAsync(static (_, token) => Failures.AnswerAsync("503", token), state: 0, safeToRepeat: true, default);
        await time.RunAsync(sending);

        Assert.That((await sending).StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    private static Task<int> CountAsync(bool safeToRepeat, params string[] failures)
    {
        var time = new ManualTime();
        return CountAsync(time, new TokenPipeline(time, new Random(7).NextDouble), safeToRepeat, failures);
    }

    private static async Task<int> CountAsync(ManualTime time, TokenPipeline pipeline, bool safeToRepeat, params string[] failures)
    {
        var attempts = 0;
        var sending = pipeline.SendAsync(
            (ways, token) => Failures.AnswerAsync(ways[Math.Min(attempts++, ways.Length - 1)], token), failures, safeToRepeat, default);
        await time.RunAsync(sending.ContinueWith(static _ => { }, TaskScheduler.Default));
        _ = sending.Exception;
        return attempts;
    }
}
