using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

/// <summary>A body has so long to say something, and so long as a whole.</summary>
internal sealed class BodyDeadlineTests
{
    private readonly TestClock _clock = new();

    [Test]
    public void Without_a_whole_it_never_ends_as_a_whole()
    {
        using var deadline = Deadline(idle: 10, total: null);
        _clock.Advance(TimeSpan.FromDays(9));

        Assert.That(deadline.ThrowIfOver, Throws.Nothing);
    }

    [Test]
    public void As_a_whole_it_ends_to_the_moment()
    {
        using var deadline = Deadline(idle: 10, total: 60);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.That(deadline.ThrowIfOver, Throws.Nothing);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That(deadline.ThrowIfOver, Throws.TypeOf<TimeoutException>().With.Message.EqualTo("The body took too long as a whole."));
        Assert.That(deadline.HasPassed, Is.True);
    }

    [TestCase(10, null, 0, 10)]
    [TestCase(10, 60, 0, 10)]
    [TestCase(10, 60, 55, 5)]
    [TestCase(10, 60, 50, 10)]
    [TestCase(10, 60, 61, 0)]
    [TestCase(10, 60, 60, 0)]
    public async Task A_step_may_take_as_long_as_silence_may_or_as_is_left(int idle, int? total, int past, int expected)
    {
        using var deadline = Deadline(idle, total);
        _clock.Advance(TimeSpan.FromSeconds(past));
        var step = new TaskCompletionSource<int>();
        var waiting = deadline.WaitAsync(new ValueTask<int>(step.Task));
        if (expected > 0)
        {
            _clock.Advance(TimeSpan.FromSeconds(expected) - TimeSpan.FromTicks(1));
            Assert.That((deadline.HasPassed, deadline.Token.IsCancellationRequested), Is.EqualTo((false, false)));
        }

        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.That((deadline.HasPassed, deadline.Token.IsCancellationRequested), Is.EqualTo((true, true)));
        step.SetResult(7);
        Assert.That(await waiting, Is.EqualTo(7));
    }

    [Test]
    public async Task Between_steps_nobody_counts()
    {
        using var deadline = Deadline(idle: 10, total: null);
        var step = new TaskCompletionSource<int>();
        var waiting = deadline.WaitAsync(new ValueTask<int>(step.Task));
        step.SetResult(7);
        await waiting;

        _clock.Advance(TimeSpan.FromDays(1));

        Assert.That(deadline.HasPassed, Is.False);
    }

    [Test]
    public async Task The_callers_end_is_the_bodys()
    {
        using var cancellation = new CancellationTokenSource();
        using var deadline = new BodyDeadline(TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan, _clock, cancellation.Token);
        await cancellation.CancelAsync();

        Assert.That(deadline.ThrowIfOver, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(deadline.HasPassed, Is.False);
    }

    private BodyDeadline Deadline(int idle, int? total) =>
        new(TimeSpan.FromSeconds(idle), total is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan, _clock, CancellationToken.None);
}
