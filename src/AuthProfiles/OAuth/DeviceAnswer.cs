using System.Collections.Immutable;
using System.Globalization;

namespace AuthProfiles.OAuth;

/// <summary>Reads the answer of a device authorization endpoint (RFC 8628, section 3.2). It is a token answer in other words, so the same rules hold.</summary>
internal static class DeviceAnswer
{
    private const string UserCode = "userCode";
    private const string Address = "address";
    private const string OddAddress = "oddAddress";
    private const string WholeAddress = "wholeAddress";
    private const string Interval = "interval";

    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortLife = TimeSpan.FromMinutes(5);

    /// <summary>Gets where the values are. <c>verification_url</c> is Google's.</summary>
    public static TokenAnswerFormat Format { get; } = new()
    {
        AccessToken = "/device_code",
        TokenType = null,
        RefreshToken = null,
        Scope = null,
        Outputs = ImmutableDictionary<string, string>.Empty
            .Add(UserCode, "/user_code")
            .Add(Address, "/verification_uri")
            .Add(OddAddress, "/verification_url")
            .Add(WholeAddress, "/verification_uri_complete")
            .Add(Interval, "/interval"),
    };

    /// <summary>Makes what is shown of an answer, or returns null where it lacks the code or the address.</summary>
    public static DeviceAuthorization? Read(TokenAnswer answer, DateTimeOffset now)
    {
        var outputs = answer.Outputs;
        return outputs.TryGetValue(UserCode, out var code) && AddressIn(outputs, Address, OddAddress) is { } address
            ? new(answer.AccessToken, IntervalIn(outputs))
            {
                UserCode = code,
                VerificationUri = address,
                VerificationUriComplete = AddressIn(outputs, WholeAddress),
                ExpiresAt = now + (answer.Lifetime ?? ShortLife),
            }
            : null;
    }

    // People are sent there: nothing but a web page, and nothing that a program would open otherwise.
    private static Uri? AddressIn(ImmutableDictionary<string, string> outputs, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (outputs.TryGetValue(name, out var text) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
            {
                return address;
            }
        }

        return null;
    }

    private static TimeSpan IntervalIn(ImmutableDictionary<string, string> outputs)
    {
        outputs.TryGetValue(Interval, out var text);
        return !double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || !(seconds > 0) ? UsualInterval : seconds < LongestInterval.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestInterval;
    }
}
