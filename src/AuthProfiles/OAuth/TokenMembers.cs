using AuthProfiles.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>The values of a token answer that matter, by the pointers to them.</summary>
internal sealed class TokenMembers
{
    private readonly Dictionary<string, TokenMember> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether the body is of the kind that was looked for.</summary>
    public bool IsRead { get; private init; } = true;

    /// <summary>Gets why the answer can't be relied on, as the end of a sentence, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Gets a value; one that is there twice counts as absent, because nobody knows which was meant.</summary>
    public TokenMember this[string? pointer] => pointer is null || _repeated.Contains(pointer) ? TokenMember.Absent : _members.GetValueOrDefault(pointer, TokenMember.Absent);

    /// <summary>Makes the result of an answer that could not be read.</summary>
    public static TokenMembers NotRead(string fault) => new() { IsRead = false, Fault = fault };

    public void Keep(AnswerPlace place, TokenMember member)
    {
        foreach (var pointer in place.Pointers)
        {
            _members[pointer] = member;
        }
    }

    /// <summary>Notes that a name on the way to values that matter came a second time.</summary>
    public void Repeat(AnswerPlace place, string name)
    {
        _repeated.UnionWith(place.AllPointers());
        Fault ??= $"it has '{Printable.Escape(name)}' twice";
    }
}
