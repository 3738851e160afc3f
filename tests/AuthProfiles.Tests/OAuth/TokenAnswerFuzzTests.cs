using System.Globalization;
using System.Net;
using System.Text;
using AuthProfiles.Credentials;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class TokenAnswerFuzzTests
{
    private static readonly byte[][] Fragments =
    [
        .. new[] { "\"access_token\":", "\"token_type\":\"Bearer\",", "\"error\":", "\"expires_in\":1e999,", "\\u", "\\ud800", "\"", "{", "}", "[", "]", ",", ":", "null", "\uFEFF", "\\", "-", "e" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    [TestCase(1)]
    [TestCase(300)]
    public void Twenty_thousand_mutated_answers_each_end_in_a_token_or_a_failure(int seed)
    {
        var random = new Random(seed);
        var reader = new TokenAnswerReader();
        var seeds = TokenCases.All.Where(static row => row.Body.Length < 2000).ToArray();
        var taken = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var row = seeds[random.Next(seeds.Length)];
            var body = Mutated(row.Body, seeds[random.Next(seeds.Length)].Body, random);
            var status = random.Next(4) == 0 ? (HttpStatusCode)random.Next(200, 600) : row.Status;

            TokenReading? reading = null;
            Assert.That(() => reading = reader.Read(status, null, body, TokenTime.Start), Throws.Nothing, () => Describe(status, body));

            taken += reading!.Succeeded ? 1 : 0;
            Assert.That(IsSound(reading, status), Is.True, () => Describe(status, body));
        }

        // A fuzz that never leaves the first check proves nothing.
        Assert.That(taken, Is.InRange(500, 15_000));
    }

    private static bool IsSound(TokenReading reading, HttpStatusCode status) => reading switch
    {
        { Answer: { } answer } =>
            reading.Failure is null
            && (int)status is >= 200 and <= 299
            && FieldRules.HeaderFault("Authorization", answer.AccessToken) is null
            && answer.TokenType is "Bearer"
            && (answer.Lifetime is not { } lifetime || (lifetime > TimeSpan.Zero && lifetime <= TokenLifetime.Longest))
            && answer.RefreshToken?.Reveal() is not "",
        { Failure: { } failure } =>
            failure.Reason.All(static c => c is (>= ' ' and <= '~') or '…')
            && failure.IsTransient == (failure.Kind == AuthorizationErrorKind.Transient)
            && failure.StatusCode == (int)status
            && (failure.ErrorCode?.Length ?? 1) is > 0 and <= 481,
        _ => false,
    };

    private static byte[] Mutated(byte[] body, byte[] other, Random random)
    {
        var bytes = body.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.InsertRange(at, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 3:
                    bytes.RemoveRange(at, random.Next(Math.Min(20, bytes.Count - at) + 1));
                    break;
                case 4:
                    bytes.InsertRange(at, other.Skip(random.Next(other.Length + 1)).Take(random.Next(40)));
                    break;
                default:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string Describe(HttpStatusCode status, byte[] body) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)status} {Convert.ToBase64String(body)}");
}
