using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>Records that can come along with others, such as the users of tickets. The values are in <see cref="Includes"/>.</summary>
public abstract class Include
{
    /// <summary>Initializes a new instance of the <see cref="Include"/> class.</summary>
    /// <param name="name">The name on the wire.</param>
    private protected Include(string name) => Name = name;

    /// <summary>Gets the name on the wire, such as <c>users</c>.</summary>
    public string Name { get; }

    /// <summary>Returns the name on the wire.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    /// <summary>Reads what came along; the list is one of the type that the key says.</summary>
    internal abstract object Read(ref JsonSource json);
}
