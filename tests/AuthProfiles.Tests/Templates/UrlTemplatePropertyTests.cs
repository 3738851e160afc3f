using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

[Category("I5")]
public sealed class UrlTemplatePropertyTests
{
    private const int Rounds = 20_000;

    // Characters that divide addresses, that Uri folds, drops or decodes, and plain ones in between.
    private static readonly string[] Pieces =
    [
        "a", "b", "Z", "0", "9", "-", "--", "acme", "xn--", ".", "..", "/", "//", "\\", "?", "#", "@", ":", "%", "%2e", "%2f", "%00", "[", "]", "{", "}", "{{", "}}", "{tenant}",
        "&", "=", ";", "+", " ", "\t", "\r\n", "\0", "\u007F", "\u00AD", "\u200B", "\u202E", "\u3002", "\uFF0E", "\uFF0F", "\uFF20", "ü", "ß", "İ", "ı", "K", "例", "😀", "\uD83D", "\uDE00",
        "evil.com", "localhost", "127.0.0.1", "::1", "https://", "_", "*", "'", "\"", "<", ">", "|", "^", "`", "~", "!", "$", "(", ")", ",",
    ];

    [Test]
    public void An_accepted_value_in_a_host_is_its_label_and_changes_nothing_else()
    {
        var template = Given.Url("https://{tenant}.example.com:8443/v1/?x=1");
        var accepted = 0;
        foreach (var value in Values(1, weightOfPlain: 3))
        {
            if (TryGet(template, [value]) is not { } uri)
            {
                continue;
            }

            accepted++;
            Assert.That(uri.IdnHost, Is.EqualTo(value.ToLowerInvariant() + ".example.com"));
            Assert.That(uri.OriginalString, Is.EqualTo($"https://{value.ToLowerInvariant()}.example.com:8443/v1/?x=1"));
            Assert.That((uri.Scheme, uri.Port, uri.UserInfo, uri.PathAndQuery, uri.Fragment), Is.EqualTo(("https", 8443, string.Empty, "/v1/?x=1", string.Empty)));
        }

        Assert.That(accepted, Is.GreaterThan(Rounds / 100));
    }

    [Test]
    public void An_accepted_whole_host_is_the_host_and_changes_nothing_else()
    {
        var template = Given.Url("https://{{key}}/v1/?x=1", Given.Names.WithField("key", ValueShape.HostName()));
        var accepted = 0;
        foreach (var value in Values(2, weightOfPlain: 3).Select(static (value, i) => i % 2 == 0 ? value + ".com" : value))
        {
            if (TryGet(template, [value]) is not { } uri)
            {
                continue;
            }

            accepted++;
            Assert.That(uri.HostNameType, Is.EqualTo(UriHostNameType.Dns));
            Assert.That(uri.OriginalString, Is.EqualTo($"https://{value.ToLowerInvariant()}/v1/?x=1"));
            Assert.That((uri.IdnHost, uri.Port, uri.UserInfo, uri.PathAndQuery), Is.EqualTo((value.ToLowerInvariant(), 443, string.Empty, "/v1/?x=1")));
        }

        Assert.That(accepted, Is.GreaterThan(Rounds / 100));
    }

    [Test]
    public void An_accepted_origin_is_the_origin_and_changes_nothing_else()
    {
        var template = Given.Url("{{key}}/v1/?x=1", Given.Names.WithField("key", ValueShape.Origin()));
        var accepted = 0;
        foreach (var value in Values(3, weightOfPlain: 3).Select(static (value, i) => (i % 3) switch { 0 => $"https://{value}.com", 1 => $"http://{value}", _ => value }))
        {
            if (TryGet(template, [value]) is not { } uri)
            {
                continue;
            }

            accepted++;
            Assert.That(Origin.TryCreate(uri, out var origin) && origin.IsSecure);
            Assert.That(new Uri(value).GetLeftPart(UriPartial.Authority), Is.EqualTo(uri.GetLeftPart(UriPartial.Authority)));
            Assert.That((uri.UserInfo, uri.PathAndQuery), Is.EqualTo((string.Empty, "/v1/?x=1")));
        }

        Assert.That(accepted, Is.GreaterThan(Rounds / 100));
    }

    [Test]
    public void An_accepted_value_in_a_path_or_query_stays_where_it_is_put()
    {
        var template = Given.Url("https://api.example.com/v1/x{{id}}/{{key}}/end?a={{id}}&{{key}}=b");
        var values = Values(4, weightOfPlain: 0).ToArray();
        var accepted = 0;
        for (var i = 1; i < values.Length; i++)
        {
            var (id, key) = (values[i - 1], values[i]);
            if (TryGet(template, [id, key]) is not { } uri)
            {
                Assert.That(new[] { id, key }, Has.Some.Matches<string?>(static value => value is null or "" or "." or ".." || !IsWhole(value)), "refused for a reason");
                continue;
            }

            accepted++;
            var (escapedId, escapedKey) = (Uri.EscapeDataString(id), Uri.EscapeDataString(key));
            Assert.That(uri.Host, Is.EqualTo("api.example.com"));
            Assert.That(uri.PathAndQuery, Is.EqualTo($"/v1/x{escapedId}/{escapedKey}/end?a={escapedId}&{escapedKey}=b"));
        }

        Assert.That(accepted, Is.GreaterThan(Rounds / 2));
    }

    private static IEnumerable<string> Values(int seed, int weightOfPlain)
    {
        var random = new Random(seed);
        for (var i = 0; i < Rounds; i++)
        {
            var count = random.Next(0, 5);
            yield return string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(4) < weightOfPlain ? Pieces[random.Next(10)] : Pieces[random.Next(Pieces.Length)]));
        }
    }

    private static Uri? TryGet(UrlTemplate template, string?[] values)
    {
        try
        {
            return template.GetUri(values);
        }
        catch (AuthorizationException exception) when (exception.Kind == AuthorizationErrorKind.InvalidValue)
        {
            return null;
        }
    }

    private static bool IsWhole(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && !(i + 1 < value.Length && char.IsSurrogatePair(value[i], value[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
