namespace AuthProfiles.OAuth;

/// <summary>A place of an answer whose value matters, or one on the way to such.</summary>
/// <remarks>Filled while it is made, then only read.</remarks>
internal sealed class AnswerPlace
{
    private readonly Dictionary<string, AnswerPlace> _inside = new(StringComparer.Ordinal);
    private readonly List<string> _pointers = [];

    /// <summary>Gets the pointers that lead here: none on the way, and more than one only where the same place is spelt in two ways.</summary>
    public IReadOnlyList<string> Pointers => _pointers;

    /// <summary>Gets a value indicating whether anything inside matters.</summary>
    public bool HasInside => _inside.Count > 0;

    /// <summary>Returns the root of all places. Null, and what is no pointer, leads nowhere and is never found.</summary>
    public static AnswerPlace Of(IEnumerable<string?> pointers)
    {
        var root = new AnswerPlace();
        foreach (var pointer in pointers.Distinct(StringComparer.Ordinal))
        {
            if (AnswerPointer.StepsOf(pointer) is { } steps)
            {
                steps.Aggregate(root, static (place, step) => place.Make(step))._pointers.Add(pointer!);
            }
        }

        return root;
    }

    /// <summary>Returns the place inside under a member's name or an element's number, or null where nothing there matters.</summary>
    public AnswerPlace? Inside(string name) => _inside.GetValueOrDefault(name);

    /// <summary>Returns the pointers to here and to everything inside.</summary>
    public IEnumerable<string> AllPointers() => _pointers.Concat(_inside.Values.SelectMany(static place => place.AllPointers()));

    private AnswerPlace Make(string name)
    {
        if (!_inside.TryGetValue(name, out var place))
        {
            _inside[name] = place = new();
        }

        return place;
    }
}
