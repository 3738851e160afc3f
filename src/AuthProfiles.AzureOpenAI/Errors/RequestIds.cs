using System.Collections.Immutable;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>The headers by which the service's support finds a call.</summary>
internal static class RequestIds
{
    private static readonly string[] Names = ["apim-request-id", "x-request-id", "x-ms-request-id"];
    private static readonly string[] Others = [ClientRequestId.Header, "x-ms-region"];

    /// <summary>Returns the id to quote, or null if the answer has none.</summary>
    public static string? First(HttpResponseMessage response)
    {
        foreach (var name in Names)
        {
            if (ResponseHeader.Text(response, name) is { Length: > 0 } id)
            {
                return ServerText.Show(id, 100);
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
                ids[name] = ServerText.Show(id, 100);
            }
        }

        // What the service repeats of it may be somebody else's.
        if (ClientRequestId.Of(response) is { Length: > 0 } own)
        {
            ids[ClientRequestId.Header] = ServerText.Show(own, 100);
        }

        return ids.ToImmutable();
    }
}
