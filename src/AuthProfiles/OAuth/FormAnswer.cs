using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AuthProfiles.OAuth;

/// <summary>Reads an answer that is a form (<c>access_token=…&amp;expires=…</c>), as some services older than RFC 6749 write it. Any bytes end in values or in a fault.</summary>
internal static class FormAnswer
{
    public static TokenMembers Read(ReadOnlySpan<byte> body, AnswerPlace root)
    {
        if (!Utf8.IsValid(body))
        {
            return TokenMembers.NotRead("it is not UTF-8");
        }

        var members = new TokenMembers();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(body).Trim().Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || Decode(pair[..equals]) is not { } name || root.Inside(name) is not { } place)
            {
                continue;
            }

            if (seen.Add(name))
            {
                members.Keep(place, new(JsonTokenType.String, Decode(pair[(equals + 1)..])));
            }
            else
            {
                members.Repeat(place, name);
            }
        }

        return members;
    }

    private static string? Decode(string text)
    {
        var bytes = WebUtility.UrlDecodeToBytes(Encoding.UTF8.GetBytes(text), 0, Encoding.UTF8.GetByteCount(text))!;
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }
}
