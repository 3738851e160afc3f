using System.Net;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>A resend after a 401 waits for nothing but the new credential.</summary>
public sealed class ResendDelayTests
{
    // The limits of an acquisition and of the first serialisation of a body are timers too, which nobody waits for.
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromSeconds(1);

    [Test]
    public async Task No_timer_is_created_between_a_401_and_the_resend_of_a_renewed_credential()
    {
        var clock = new TimerCounter();
        using var primary = Primary(clock);
        using var http = Clients.Over(primary, new CountingProfile(), clock);

        using var response = await http.PostAsync("x", new StringContent("the body"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(clock.Delays, Is.Empty, "nothing waits for a time to pass");
        Assert.That(clock.Created, Is.EqualTo(1), "the limit of the acquisition");
    }

    [Test]
    public async Task No_timer_is_created_where_somebody_else_has_renewed()
    {
        var clock = new TimerCounter();
        using var primary = Primary(clock);
        using var http = Clients.Over(primary, new CountingProfile(), clock);
        var late = http.GetAsync("late");
        (await http.GetAsync("x")).Dispose();

        clock.Reset();
        primary.Release();
        using var response = await late;

        Assert.That((response.StatusCode, clock.Created), Is.EqualTo((HttpStatusCode.OK, 0)));
    }

    [Test]
    public async Task No_timer_is_created_where_the_second_key_serves()
    {
        var clock = new TimerCounter();
        using var primary = Primary(clock);
        using var http = Clients.Over(primary, new ApiKeyProfile("weather", new() { BaseUrl = "https://api.example/", Header = "Authorization", Prefix = "Bearer ", Key = "token-1", SecondaryKey = "k2" }), clock);

        using var response = await http.GetAsync("x");

        Assert.That((response.StatusCode, clock.Created), Is.EqualTo((HttpStatusCode.OK, 0)));
    }

    private static RefusingPrimary Primary(TimerCounter clock) => new(clock);

    private sealed class RefusingPrimary(TimerCounter clock) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _late = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _late.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null)
            {
                await request.Content.CopyToAsync(Stream.Null, cancellationToken);
            }

            if (request.Headers.Authorization!.Parameter != "token-1")
            {
                return new(HttpStatusCode.OK) { RequestMessage = request };
            }

            if (request.RequestUri!.AbsolutePath == "/late")
            {
                await _late.Task;
            }
            else
            {
                clock.Reset();
            }

            return new(HttpStatusCode.Unauthorized) { RequestMessage = request };
        }
    }

    private sealed class TimerCounter : TimeProvider
    {
        private readonly ManualClock _clock = new();
        private readonly List<TimeSpan> _due = [];

        public override long TimestampFrequency => _clock.TimestampFrequency;

        public int Created
        {
            get
            {
                lock (_due)
                {
                    return _due.Count;
                }
            }
        }

        public IReadOnlyList<TimeSpan> Delays
        {
            get
            {
                lock (_due)
                {
                    return [.. _due.Where(static due => due < ShortestLimit)];
                }
            }
        }

        public void Reset()
        {
            lock (_due)
            {
                _due.Clear();
            }
        }

        public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

        public override long GetTimestamp() => _clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (_due)
            {
                _due.Add(dueTime);
            }

            // The clock stands still: whoever waits for a timer waits for ever.
            return _clock.CreateTimer(callback, state, dueTime, period);
        }
    }
}
