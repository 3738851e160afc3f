using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Reads the query's <c>ids</c>.</summary>
internal static class TicketIds
{
    public static bool TryRead(ZendeskCall call, int most, [NotNullWhen(true)] out IReadOnlyList<long>? ids, [NotNullWhen(false)] out LocalResponse? refusal)
    {
        var read = new List<long>();
        (ids, refusal) = (read, null);
        foreach (var text in (call.Request.Query["ids"] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                refusal = ZendeskError.BadRequest("Invalid attribute", "You passed an invalid value for the ids attribute.");
                return false;
            }

            read.Add(id);
        }

        refusal = read.Count is 0 || read.Count > most ? ZendeskError.BadIds(most) : null;
        return refusal is null;
    }
}
