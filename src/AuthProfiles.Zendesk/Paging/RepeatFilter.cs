namespace AuthProfiles.Zendesk.Paging;

/// <summary>Leaves out of each page what the page before has given already. It remembers one page and no more: a repetition is only ever at the border of two.</summary>
/// <param name="versionOf">Tells the versions of an item apart.</param>
internal sealed class RepeatFilter<T>(Func<T, ItemVersion> versionOf)
{
    private HashSet<ItemVersion> _before = [];

    /// <summary>Returns the page without what came before; it is the one before from now on.</summary>
    public Page<T> Apply(Page<T> page)
    {
        var versions = new HashSet<ItemVersion>(page.Items.Count);
        var items = page.Items.Where(item => versionOf(item) is var version && versions.Add(version) && !_before.Contains(version)).ToArray();
        _before = versions;
        return page with { Items = items };
    }
}
