using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

/// <summary>What the headers about limits say, and what they do not.</summary>
internal sealed class RateLimitTests
{
    [TestCase("1s", 1.0)]
    [TestCase("120ms", 0.12)]
    [TestCase("1h6m0.5s", 3960.5)]
    [TestCase("6m0s", 360.0)]
    [TestCase("2m", 120.0)]
    [TestCase("3h", 10_800.0)]
    [TestCase("17", 17.0)]
    [TestCase("0", 0.0)]
    [TestCase("1.5", 1.5)]
    [TestCase("1s2", 3.0)]
    [TestCase("31536000", 31_536_000.0)]
    public void A_span_is_read_with_its_units(string text, double seconds)
    {
        Assert.That(ResetTime.TryParse(text, out var time), Is.True);
        Assert.That(time, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("s")]
    [TestCase("1d")]
    [TestCase("1 s")]
    [TestCase("-1s")]
    [TestCase("1.2.3s")]
    [TestCase("1sm")]
    [TestCase("1S")]
    [TestCase("1e3s")]
    [TestCase("31536001")]
    [TestCase("99999999999999999999999999h")]
    public void What_is_no_span_is_none(string text)
    {
        Assert.That(ResetTime.TryParse(text, out var time), Is.False);
        Assert.That(time, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Each_limit_has_its_header()
    {
        using var response = new HttpResponseMessage();
        var (names, values) = (new[] { "remaining-requests", "remaining-tokens", "limit-requests", "limit-tokens", "reset-requests", "reset-tokens" }, new[] { "1", " 2 ", "3", "4", "5s", "6ms" });
        foreach (var (name, value) in names.Zip(values))
        {
            response.Headers.Add($"x-ratelimit-{name}", value);
        }

        var limits = new AzureOpenAIRateLimits(response.Headers);

        Assert.That((limits.RemainingRequests, limits.RemainingTokens, limits.LimitRequests, limits.LimitTokens), Is.EqualTo((1L, 2L, 3L, 4L)));
        Assert.That((limits.ResetRequests, limits.ResetTokens), Is.EqualTo((TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(6))));
        Assert.That(limits.ToString(), Is.EqualTo("requests: 1 left, tokens: 2 left"));
    }

    [Test]
    public void What_is_not_said_or_said_twice_is_not_known()
    {
        using var response = new HttpResponseMessage();
        response.Headers.Add("x-ratelimit-remaining-requests", ["1", "2"]);
        response.Headers.Add("x-ratelimit-limit-requests", "-1");
        response.Headers.Add("x-ratelimit-reset-requests", "soon");

        var limits = new AzureOpenAIRateLimits(response.Headers);

        Assert.That(new object?[] { limits.RemainingRequests, limits.RemainingTokens, limits.LimitRequests, limits.LimitTokens, limits.ResetRequests, limits.ResetTokens }, Is.All.Null);
        Assert.That(limits.ToString(), Is.EqualTo("requests: ? left, tokens: ? left"));
    }

    [Test]
    public void A_header_is_read_by_itself()
    {
        using var response = new HttpResponseMessage();
        response.Headers.Add("apim-request-id", ["a", "b"]);
        response.Headers.Add("x-request-id", "c");

        Assert.That((ResponseHeader.Text(response, "apim-request-id"), ResponseHeader.Single(response, "apim-request-id")), Is.EqualTo(("a", default(string))));
        Assert.That((ResponseHeader.Text(response, "x-request-id"), ResponseHeader.Single(response, "x-request-id")), Is.EqualTo(("c", "c")));
        Assert.That((ResponseHeader.Text(response, "x-none"), ResponseHeader.Single(response, "x-none")), Is.EqualTo((default(string), default(string))));
    }
}
