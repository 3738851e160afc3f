using System.Globalization;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>An operation: its method, its path below <c>/api/v2</c> (<c>{id}</c> and <c>{part}</c> for a number, <c>{key}</c> for any text), and who answers it.</summary>
internal sealed class ZendeskRoute(HttpMethod method, string path, Func<ZendeskCall, LocalResponse> answer)
{
    private readonly string[] _pattern = path.Split('/');

    /// <summary>What anybody may call, and every token whatever its scopes.</summary>
    public bool IsOpen { get; init; }

    public string Access => method == HttpMethod.Get ? "read" : "write";

    public string Resource => _pattern[0];

    public LocalResponse Answer(ZendeskCall call) => answer(call);

    public bool Matches(HttpMethod requested, IReadOnlyList<string> segments, out RouteValues values)
    {
        values = default;
        if (requested != method || segments.Count != _pattern.Length)
        {
            return false;
        }

        for (var i = 0; i < _pattern.Length; i++)
        {
            if (!Matches(_pattern[i], segments[i], ref values))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Matches(string pattern, string segment, ref RouteValues values)
    {
        long number;
        switch (pattern)
        {
            case "{id}" when long.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out number):
                values = values with { Id = number };
                return true;
            case "{part}" when long.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out number):
                values = values with { Part = number };
                return true;
            case "{key}":
                values = values with { Key = segment };
                return true;
            default:
                return string.Equals(pattern, segment, StringComparison.Ordinal);
        }
    }
}
