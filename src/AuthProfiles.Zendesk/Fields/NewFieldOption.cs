namespace AuthProfiles.Zendesk;

/// <summary>An option of a drop-down or multi-select to write. Immutable.</summary>
/// <param name="Name">What people see; two colons make a level of a menu.</param>
/// <param name="Value">The value, which is also the tag on the ticket: no other option of any field may have it.</param>
public sealed record NewFieldOption(string Name, string Value)
{
    /// <summary>Gets the id of the option that is changed. The default is null: it is a new one.</summary>
    public long? Id { get; init; }

    /// <summary>Gets the place among the options. The default is the last.</summary>
    public long? Position { get; init; }

    /// <summary>Gets a value indicating whether it is chosen unless another is. The default is that it stays as it is.</summary>
    public bool? IsDefault { get; init; }
}
