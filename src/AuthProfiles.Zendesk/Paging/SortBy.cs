using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Zendesk's older way to ask for an order, in two parameters.</summary>
internal static class SortBy
{
    /// <summary>Adds the order; a minus in front turns it round, as in lists by cursor. Null adds none.</summary>
    public static ApiPath Add(ApiPath path, string? sort)
    {
        if (sort is null)
        {
            return path;
        }

        var isDescending = sort.StartsWith('-');
        return path.With("sort_by", isDescending ? sort[1..] : sort).With("sort_order", isDescending ? "desc" : "asc");
    }
}
