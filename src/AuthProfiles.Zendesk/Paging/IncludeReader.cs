using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Reads the records that come along beside others, and asks for them.</summary>
/// <param name="wanted">What was asked for.</param>
internal struct IncludeReader(IReadOnlyList<Include> wanted)
{
    private Dictionary<Include, object>? _found;

    /// <summary>Returns the parameter <c>include</c>, or null where nothing is asked for.</summary>
    public static string? Parameter(IReadOnlyList<Include> wanted) =>
        wanted.Count == 0 ? null : string.Join(',', wanted.Select(static include => include.Name));

    /// <summary>Reads the member where it was asked for; false where it was not, and nothing is read.</summary>
    public bool TryRead(ReadOnlySpan<byte> name, ref JsonSource json)
    {
        foreach (var include in wanted)
        {
            if (System.Text.Ascii.Equals(name, include.Name))
            {
                (_found ??= [])[include] = include.Read(ref json);
                return true;
            }
        }

        return false;
    }

    public readonly Included ToIncluded() => _found is null ? Included.None : new Included(_found);
}
