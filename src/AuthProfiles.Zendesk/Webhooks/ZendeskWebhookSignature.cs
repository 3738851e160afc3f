using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AuthProfiles.Zendesk;

/// <summary>Says whether a request that came in is a webhook of Zendesk's: by its signature, which is over the time and the body.</summary>
/// <remarks>
/// Immutable and thread-safe. Give the body's bytes as they came, before anything parses them; those of a GET or DELETE are none.
/// A request may come twice within the tolerance, from Zendesk itself too: <c>x-zendesk-webhook-invocation-id</c> tells repetitions apart.
/// </remarks>
public sealed class ZendeskWebhookSignature
{
    /// <summary>The header that holds the signature.</summary>
    public const string SignatureHeader = "X-Zendesk-Webhook-Signature";

    /// <summary>The header that holds the time that is signed.</summary>
    public const string TimestampHeader = "X-Zendesk-Webhook-Signature-Timestamp";

    /// <summary>The secret with which Zendesk signs the tests of a webhook that is not saved yet. It is public: accept it nowhere else.</summary>
    public const string TestSecret = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const int LongestTime = 28;
    private const int SignatureLength = 44;

    private readonly SecretValue _secret;
    private readonly TimeSpan _tolerance;
    private readonly TimeProvider _time;

    /// <summary>Initializes a new instance of the <see cref="ZendeskWebhookSignature"/> class.</summary>
    /// <param name="secret">The webhook's signing secret, as it is shown: <see cref="WebhooksClient.GetSigningSecretAsync"/> or the Admin Center has it.</param>
    /// <param name="tolerance">How far the signed time may be from now, before and after. The default is 5 minutes; zero is the least.</param>
    /// <param name="timeProvider">The clock. The default is the system's.</param>
    /// <exception cref="ArgumentException">The secret is empty, or the tolerance negative.</exception>
    public ZendeskWebhookSignature(SecretValue secret, TimeSpan? tolerance = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (string.IsNullOrWhiteSpace(secret.Reveal()))
        {
            throw new ArgumentException("The signing secret is empty: anybody could sign with it.", nameof(secret));
        }

        _secret = secret;
        _tolerance = tolerance ?? TimeSpan.FromMinutes(5);
        ArgumentOutOfRangeException.ThrowIfLessThan(_tolerance, TimeSpan.Zero, nameof(tolerance));
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Checks a request. Whatever the values are, it answers and throws nothing.</summary>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>, or null where it is missing.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>, or null where it is missing.</param>
    /// <param name="body">The body as it came, to the byte.</param>
    /// <returns>The verdict. Refuse the request, with 401 for instance, unless it is <see cref="WebhookVerdict.IsGenuine"/>.</returns>
    public WebhookVerdict Verify(string? signature, string? timestamp, ReadOnlySpan<byte> body) => new(Find(signature, timestamp, body));

    /// <summary>Returns the name of the type: the secret is not told.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => nameof(ZendeskWebhookSignature);

    private static bool TryTime(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length <= LongestTime
            && DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private WebhookFinding Find(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(signature) || string.IsNullOrEmpty(timestamp))
        {
            return WebhookFinding.NotSigned;
        }

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != SignatureLength || !Convert.TryFromBase64String(signature, claimed, out var length) || length != claimed.Length || !TryTime(timestamp, out var time))
        {
            return WebhookFinding.Malformed;
        }

        // The time is judged last, so that "out of time" is said of what Zendesk signed only.
        Span<byte> actual = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Sign(timestamp, body, actual);
        return !CryptographicOperations.FixedTimeEquals(claimed, actual) ? WebhookFinding.Mismatch
            : (_time.GetUtcNow() - time).Duration() > _tolerance ? WebhookFinding.OutOfTime
            : WebhookFinding.Genuine;
    }

    // The page of 2021 had the body in front; what Zendesk sends, and the page since, have the time there.
    private void Sign(string timestamp, ReadOnlySpan<byte> body, Span<byte> signature)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(_secret.Reveal()));
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData(body);
        hash.GetHashAndReset(signature);
    }
}
