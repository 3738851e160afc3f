using System.Net;
using AuthProfiles.Acquisition;
using AuthProfiles.Resilience;
using AuthProfiles.Tests.OAuth;

namespace AuthProfiles.Tests.Resilience;

internal sealed class RetryAfterTests
{
    private const double Day = 24 * 60 * 60;

    [TestCase("0", 0)]
    [TestCase("7", 7)]
    [TestCase(" 7 ", 7)]
    [TestCase("1.5", 1.5)]
    [TestCase("3600", 3600)]
    [TestCase("86400", Day)]
    [TestCase("86401", Day)]
    [TestCase("2147483648", Day)]
    [TestCase("99999999999999999999999999", Day)]
    [TestCase("Mon, 04 May 2026 12:00:30 GMT", 30)]
    [TestCase("Monday, 04-May-26 12:00:30 GMT", 30)]
    [TestCase("Mon May  4 12:00:30 2026", 30)]
    [TestCase("Mon, 04 May 2026 12:00:00 GMT", 0)]
    [TestCase("Mon, 04 May 2026 11:00:00 GMT", 0)]
    [TestCase("Thu, 01 Jan 1970 00:00:00 GMT", 0)]
    [TestCase("Fri, 31 Dec 9999 23:59:59 GMT", Day)]
    public void _9110_01_Retry_After_is_read_as_seconds_or_a_date_and_capped(string header, double seconds)
    {
        Assert.That(Of(header), Is.EqualTo(TimeSpan.FromSeconds(seconds)));
        Assert.That(BackOff.Pause(attempts: 1, Of(header), random: 0), Is.InRange(TimeSpan.FromSeconds(0.5), TimeSpan.FromHours(1)), "nor is a connection left alone for longer than an hour");
    }

    [TestCase("")]
    [TestCase("-1")]
    [TestCase("soon")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("∞")]
    [TestCase("1e3")]
    [TestCase("7, 8")]
    [TestCase("2026-05-04T12:00:30Z")]
    public void _9110_01_What_is_neither_is_no_delay(string header) => Assert.That(Of(header), Is.Null);

    [Test]
    public void Two_headers_are_none()
    {
        Assert.That(Of("7", "8"), Is.Null);
    }

    private static TimeSpan? Of(params string[] headers)
    {
        var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);

        // What a server sends reaches the platform without its checks, too.
#pragma warning disable RS0030
        response.Headers.TryAddWithoutValidation("Retry-After", headers);
#pragma warning restore RS0030
        return RetryAfter.Of(response, new TokenTime());
    }
}
