using System.Globalization;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>An operation: its method, its path below <c>/api/v2</c> (<c>{id}</c> for a number), and who answers it.</summary>
internal sealed class ZendeskRoute(HttpMethod method, string path, Func<ZendeskCall, LocalResponse> answer)
{
    private readonly string[] _pattern = path.Split('/');

    /// <summary>What anybody may call, and every token whatever its scopes.</summary>
    public bool IsOpen { get; init; }

    public string Access => method == HttpMethod.Get ? "read" : "write";

    public string Resource => _pattern[0];

    public LocalResponse Answer(ZendeskCall call) => answer(call);

    public bool Matches(HttpMethod requested, IReadOnlyList<string> segments, out long id)
    {
        id = 0;
        if (requested != method || segments.Count != _pattern.Length)
        {
            return false;
        }

        for (var i = 0; i < _pattern.Length; i++)
        {
            var fits = string.Equals(_pattern[i], "{id}", StringComparison.Ordinal)
                ? long.TryParse(segments[i], NumberStyles.None, CultureInfo.InvariantCulture, out id)
                : string.Equals(_pattern[i], segments[i], StringComparison.Ordinal);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
