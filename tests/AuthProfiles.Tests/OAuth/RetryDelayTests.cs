using System.Globalization;
using System.Net;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class RetryDelayTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [TestCase("0", 0d)]
    [TestCase("7", 7d)]
    [TestCase("3600", 3600d)]
    [TestCase("3601", 3600d)]
    [TestCase("2147483647", 3600d)]
    [TestCase("Thu, 01 Jan 2026 12:00:30 GMT", 30d)]
    [TestCase("Thu, 01 Jan 2026 11:59:00 GMT", 0d)]
    [TestCase("Fri, 31 Dec 9999 23:59:59 GMT", 3600d)]
    [TestCase("-5", null)]
    [TestCase("soon", null)]
    [TestCase("1.5", null)]
    [TestCase("99999999999999999999", null)]
    [TestCase(null, null)]
    public void Seconds_and_dates_are_read_and_bounded(string? value, double? seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        if (value is not null)
        {
            // What a server may write has to be put there as a server would.
#pragma warning disable RS0030
            response.Headers.TryAddWithoutValidation("Retry-After", value);
#pragma warning restore RS0030
        }

        Assert.That(RetryDelay.Read(response.Headers, new FixedTime())?.TotalSeconds, Is.EqualTo(seconds));
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
