using System.Security.Cryptography;
using System.Text;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Webhooks;

/// <summary>Signatures of webhooks. The signatures here were made by openssl, not by the code under test.</summary>
[TestFixture]
public sealed class ZendeskWebhookSignatureTests
{
    private const string Time = "2026-11-21T12:00:00Z";
    private const string OfHello = "7rM4Z/bwnFOxBgX1fpkq2x5mDCX3MNUy71u2MuVlor4=";
    private const string OfNothing = "1XQ8JbRl2BZ78gCIzGc5I5ycjIo5L42fYld0VOhZK4w=";
    private const string OfNoText = "Gl83QZUiCFs7AuPwyMl1txbg89Mp975Lf+ANGg3qtsU=";

    private static readonly byte[] Hello = """{"say":"hello"}"""u8.ToArray();

    private static readonly byte[] NoText = [0xff, 0x00, 0xc3, 0x28];

    private static ZendeskWebhookSignature Signature => Of();

    [Test]
    public void What_Zendesk_signed_is_genuine()
    {
        Assert.That(Signature.Verify(OfHello, Time, Hello).IsGenuine, Is.True);
        Assert.That(Signature.Verify(OfHello, Time, Hello).Finding, Is.EqualTo(WebhookFinding.Genuine));
    }

    [Test]
    public void A_request_without_a_body_is_signed_too() => Assert.That(Signature.Verify(OfNothing, Time, []).Finding, Is.EqualTo(WebhookFinding.Genuine));

    [Test]
    public void A_body_is_bytes_and_need_not_be_text() => Assert.That(Signature.Verify(OfNoText, Time, NoText).Finding, Is.EqualTo(WebhookFinding.Genuine));

    [Test]
    public void The_order_of_the_old_page_is_not_accepted()
    {
        // Its vector is body and then time, under its own secret; the last line is the same with the time in front.
        var signature = new ZendeskWebhookSignature("HRkRd4BeOAoUkfZr-mhauJT64rvBASlJRoIyPsd3zeA=", TimeSpan.FromDays(36_500), new InstantClock());
        var body = """{"say": "hello"}"""u8;

        Assert.That(signature.Verify("tRDSF7URY8BLCDlaBcQ7FHu051Zk+aAB0NKMP53teMw=", "2021-07-25T10:00:00Z", body).Finding, Is.EqualTo(WebhookFinding.Mismatch));
        Assert.That(signature.Verify("Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk=", "2021-07-25T10:00:00Z", body).Finding, Is.EqualTo(WebhookFinding.Genuine));
    }

    [Test]
    public void Another_body_time_or_secret_does_not_match()
    {
        Assert.That(Signature.Verify(OfHello, Time, """{"say": "hello"}"""u8).Finding, Is.EqualTo(WebhookFinding.Mismatch), "White space counts.");
        Assert.That(Signature.Verify(OfHello, "2026-11-21T12:00:01Z", Hello).Finding, Is.EqualTo(WebhookFinding.Mismatch));
        Assert.That(Signature.Verify(OfHello, "2026-11-21T12:00:00.0Z", Hello).Finding, Is.EqualTo(WebhookFinding.Mismatch), "The same time in other characters.");
        Assert.That(Of("another").Verify(OfHello, Time, Hello).Finding, Is.EqualTo(WebhookFinding.Mismatch));
        Assert.That(Signature.Verify(OfNothing, Time, Hello).Finding, Is.EqualTo(WebhookFinding.Mismatch));
    }

    [Test]
    public void Every_single_byte_of_the_signature_counts()
    {
        var signature = Convert.FromBase64String(OfHello);
        for (var index = 0; index < signature.Length; index++)
        {
            signature[index] ^= 1;
            Assert.That(Signature.Verify(Convert.ToBase64String(signature), Time, Hello).Finding, Is.EqualTo(WebhookFinding.Mismatch), $"{index}");
            signature[index] ^= 1;
        }
    }

    [TestCase(-301, WebhookFinding.OutOfTime)]
    [TestCase(-300, WebhookFinding.Genuine)]
    [TestCase(300, WebhookFinding.Genuine)]
    [TestCase(301, WebhookFinding.OutOfTime)]
    public void Five_minutes_are_the_tolerance_both_ways(int seconds, WebhookFinding finding)
    {
        var time = DateTimeOffset.Parse(Time, System.Globalization.CultureInfo.InvariantCulture).AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

        Assert.That(Signature.Verify(Sign(time, Hello), time, Hello).Finding, Is.EqualTo(finding));
    }

    [Test]
    public void The_tolerance_is_the_callers()
    {
        Assert.That(Of(tolerance: TimeSpan.Zero).Verify(OfHello, Time, Hello).IsGenuine, Is.True);
        var later = "2026-11-21T12:00:00.0000001Z";
        Assert.That(Of(tolerance: TimeSpan.Zero).Verify(Sign(later, Hello), later, Hello).Finding, Is.EqualTo(WebhookFinding.OutOfTime));
    }

    [Test]
    public void A_wrong_signature_is_told_before_a_wrong_time() =>
        Assert.That(Signature.Verify(OfHello, "2020-11-21T12:00:00Z", Hello).Finding, Is.EqualTo(WebhookFinding.Mismatch), "Only what Zendesk signed can be out of time.");

    [TestCase(null, Time)]
    [TestCase("", Time)]
    [TestCase(OfHello, null)]
    [TestCase(OfHello, "")]
    public void A_missing_header_is_no_signature(string? signature, string? timestamp) =>
        Assert.That(Signature.Verify(signature, timestamp, Hello).Finding, Is.EqualTo(WebhookFinding.NotSigned));

    [TestCase(" ", Time)]
    [TestCase("x", Time)]
    [TestCase(OfHello + "," + OfHello, Time)]
    [TestCase(" " + OfHello, Time)]
    [TestCase("================================================", Time)]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==", Time)]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Time)]
    [TestCase("\ud800AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", Time)]
    [TestCase(OfHello, " ")]
    [TestCase(OfHello, "0")]
    [TestCase(OfHello, "1795262400")]
    [TestCase(OfHello, "2026-11-21")]
    [TestCase(OfHello, "2026-11-21T12:00:00")]
    [TestCase(OfHello, "2026-11-21T12:00:00+00:00")]
    [TestCase(OfHello, "2026-11-21T12:00:00Z,2026-11-21T12:00:00Z")]
    [TestCase(OfHello, " 2026-11-21T12:00:00Z")]
    [TestCase(OfHello, "2026-13-21T12:00:00Z")]
    [TestCase(OfHello, "0000-00-00T00:00:00Z")]
    [TestCase(OfHello, "٢٠٢٦-11-21T12:00:00Z")]
    [TestCase(OfHello, "\ud800")]
    public void A_header_of_another_shape_is_malformed(string signature, string timestamp) =>
        Assert.That(Signature.Verify(signature, timestamp, Hello).Finding, Is.EqualTo(WebhookFinding.Malformed));

    [Test]
    public void Long_values_and_the_ends_of_time_are_refused_without_an_error()
    {
        Assert.That(Signature.Verify(new string('A', 1_000_000), Time, Hello).Finding, Is.EqualTo(WebhookFinding.Malformed));
        Assert.That(Signature.Verify(OfHello, new string('1', 1_000_000), Hello).Finding, Is.EqualTo(WebhookFinding.Malformed));
        foreach (var end in new[] { "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z" })
        {
            Assert.That(Signature.Verify(Sign(end, Hello), end, Hello).Finding, Is.EqualTo(WebhookFinding.OutOfTime));
        }
    }

    [Test]
    public void A_verdict_that_nobody_gave_is_not_genuine() => Assert.That(default(WebhookVerdict).IsGenuine, Is.False);

    [Test]
    public void The_secret_is_not_told() =>
        Assert.That($"{Of("s3cret")} {Of("s3cret").Verify(OfHello, Time, Hello)}", Does.Not.Contain("s3cret").And.Contain("Mismatch"));

    [Test]
    public void An_empty_secret_or_a_negative_tolerance_is_refused()
    {
        Assert.That(() => Of(" "), Throws.ArgumentException);
        Assert.That(() => Of(tolerance: TimeSpan.FromTicks(-1)), Throws.InstanceOf<ArgumentException>());
    }

    private static ZendeskWebhookSignature Of(string secret = ZendeskWebhookSignature.TestSecret, TimeSpan? tolerance = null) => new(secret, tolerance, new InstantClock());

    private static string Sign(string time, byte[] body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ZendeskWebhookSignature.TestSecret), (byte[])[.. Encoding.UTF8.GetBytes(time), .. body]));
}
