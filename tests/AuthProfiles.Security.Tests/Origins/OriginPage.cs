using System.Globalization;
using System.Text;

namespace AuthProfiles.Security.Tests.Origins;

/// <summary>Writes the page about origins from what was measured.</summary>
internal static class OriginPage
{
    private const string Head = """
        # Where a redirect takes a credential

        A service, or somebody who has got hold of it, answers with a redirect to an origin of theirs. This page says whether the credential follows. Every figure is measured by
        `dotnet test tests/AuthProfiles.Security.Tests --filter Category=Origins`, over real connections on loopback and on the bytes that arrive, and the test fails where the page says something else.

        The matrix: 6 statuses (300, 301, 302, 303, 307, 308) × 7 targets × 6 places of the credential × 4 methods (GET, POST, PUT, PATCH), 1,008 cells.

        | target | the redirect of `http://127.0.0.1:5000/` leads to |
        | --- | --- |
        | other port | `http://127.0.0.1:5001/` |
        | other host | `http://127.0.0.2:5001/` |
        | http downgrade | from `https://127.0.0.1:5000/` to `http://127.0.0.1:5001/` |
        | `//host` | `//127.0.0.2:5001/` |
        | userinfo | `http://127.0.0.1:5000@127.0.0.2:5001/` |
        | trailing-dot host | from `http://localhost:5000/` to `http://localhost.:5000/` |
        | same origin | `/landing`; no leak, whatever goes there |

        ## AuthProfiles

        The 1,008 cells three times: a plain client, one with `AddResilience` whose service answers 503 first, and one over a primary handler of the host's own that follows redirects and keeps cookies. **3,024 cells, no connection to a foreign origin, so no byte of a credential there.** In 2,880 of them the service got the credential and the 3xx went back to the caller;
        the other 144, a payload credential on GET, were refused before anything was sent.

        A handler of another type that follows redirects by itself is the host's own: an answer from an origin that the profile does not allow is refused, but what the handler has sent is sent.

        ## Others, with their defaults

        The developer puts the credential where the service wants it.

        - `HttpClient` follows redirects, but from https to http. It takes `Authorization` off and nothing else: a header of another name follows, and so does a body wherever the method stays. What stands in the query or the path does not, because the new address replaces it.
        - OpenAI with the transport that it makes by itself follows none. Over an `HttpClient` that it is given, as one of a factory's, it does what that client does. Its own credential is `Authorization`, or by a policy of the package another header, such as Azure's `api-key`; in the other places the developer puts it, through the package's pipeline.
        - RestSharp follows by itself, all but 300 and https to http. It takes `Authorization` off and sends the other headers, the body, and the query of the first address, to the new origin.

        OpenAI and RestSharp were measured with the handler that they make by themselves. For the http downgrade and the trailing dot they have a `SocketsHttpHandler` of the test's, which trusts its certificate, finds its names and follows redirects if their own does. A service that repeats the query or the path in its redirect was not measured: then every client that follows takes it along.

        A figure is the number of cells in which the credential was heard at a foreign origin: by status of 24 (6 foreign targets × 4 methods), by target of 24 (6 statuses × 4 methods).
        """;

    public static string Write(IEnumerable<OriginComparison> comparisons)
    {
        var page = new StringBuilder(Head).Append('\n');
        foreach (var comparison in comparisons)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {comparison.Client}: {comparison.Leaks.Count} of 864 cells\n\n");
            Table(page, "place, by status", OriginCell.Statuses.Select(static status => status.ToString(CultureInfo.InvariantCulture)), place => OriginCell.Statuses.Select(status => comparison.Count(place, status)));
            page.Append('\n');
            var foreign = OriginTarget.All.Where(static target => target.IsForeign).ToList();
            Table(page, "place, by target", foreign.Select(static target => target.Name), place => foreign.Select(target => comparison.Count(place, target)));
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void Table(StringBuilder page, string title, IEnumerable<string> columns, Func<CredentialPlace, IEnumerable<int>> counts)
    {
        var names = columns.ToList();
        page.Append(CultureInfo.InvariantCulture, $"| {title} | {string.Join(" | ", names)} |\n| --- |{string.Concat(Enumerable.Repeat(" --- |", names.Count))}\n");
        foreach (var place in CredentialPlace.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {place} | {string.Join(" | ", counts(place))} |\n");
        }
    }
}
