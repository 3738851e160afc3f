using System.Collections.Immutable;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>The headers by which the service's support finds a call.</summary>
internal static class RequestIds
{
    /// <summary>A trace's id with its parts (55) and a GUID in any form fit.</summary>
    private const int LongestId = 64;

    private const int LongestText = 100;

    private static readonly string[] Names = ["apim-request-id", "x-request-id", "x-ms-request-id"];
    private static readonly string[] Others = [ClientRequestId.Header, "x-ms-region"];

    /// <summary>Returns the id to quote, or null if the answer has none.</summary>
    public static string? First(HttpResponseMessage response)
    {
        foreach (var name in Names)
        {
            if (ResponseHeader.Text(response, name) is { Length: > 0 } id)
            {
                return Shown(id);
            }
        }

        return null;
    }

    /// <summary>Returns every id of the answer and of the call, and the region.</summary>
    public static ImmutableDictionary<string, string> All(HttpResponseMessage response)
    {
        var ids = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Names.Concat(Others))
        {
            if (ResponseHeader.Text(response, name) is { Length: > 0 } id)
            {
                ids[name] = Shown(id);
            }
        }

        // What the service repeats of it may be somebody else's.
        if (ClientRequestId.Of(response) is { Length: > 0 } own)
        {
            ids[ClientRequestId.Header] = Shown(own);
        }

        return ids.ToImmutable();
    }

    // Many ids are 32 digits like a key, and useless unless they are whole. What no id looks like (a token, a client secret, a key of the
    // long kind) is shown as the service's sentences are.
    private static string Shown(string id) =>
        id.Length <= LongestId && !id.AsSpan().ContainsAnyExceptInRange('!', '}') ? id : ServerText.Show(id, LongestText);
}
