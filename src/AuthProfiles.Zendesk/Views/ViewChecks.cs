using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Views;

/// <summary>Refuses before the network what Zendesk would take for something else than is meant.</summary>
internal static class ViewChecks
{
    private const int MostColumns = 10;
    private const int MostChanges = 100;
    private const int MostCounts = 20;

    public static void New(NewView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentException.ThrowIfNullOrWhiteSpace(view.Title, nameof(view));
        Conditions(view.All, nameof(view));
        Output(view.Output, nameof(view));
    }

    public static void Preview(ViewPreview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        Conditions(preview.All, nameof(preview));
        Output(preview.Output, nameof(preview));
    }

    public static void Update(ViewUpdate update)
    {
        UpdateCheck.ChangesSomething(update, nameof(update));

        if (update.All is { } all)
        {
            Conditions(all, nameof(update));
        }

        Output(update.Output, nameof(update));
        if (update is { All: null, Any.Count: > 0 })
        {
            throw new ArgumentException("Zendesk takes Any only together with All: give both.", nameof(update));
        }
    }

    public static void Many(IReadOnlyCollection<ViewChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count is 0 or > MostChanges || changes.Any(static change => change is (not { Id: > 0 }) or { Position: null, IsActive: null }))
        {
            throw new ArgumentException($"Give 1 to {MostChanges} changes, each with an id and a position or state.", nameof(changes));
        }
    }

    public static void Counts(IReadOnlyCollection<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count > MostCounts)
        {
            throw new ArgumentException($"Give 1 to {MostCounts} ids: Zendesk counts no more views at a time.", nameof(ids));
        }
    }

    private static void Conditions(IReadOnlyList<ViewCondition> all, string parameter)
    {
        ArgumentNullException.ThrowIfNull(all, parameter);
        if (all.Count == 0)
        {
            throw new ArgumentException("A view has at least one condition in All.", parameter);
        }
    }

    private static void Output(ViewOutput? output, string parameter)
    {
        if (output?.Columns?.Count > MostColumns)
        {
            throw new ArgumentException($"A view has at most {MostColumns} columns.", parameter);
        }
    }
}
