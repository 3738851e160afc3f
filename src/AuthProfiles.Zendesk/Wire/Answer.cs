namespace AuthProfiles.Zendesk.Wire;

/// <summary>Makes the readers of whole answers, which are kept in static members.</summary>
internal static class Answer
{
    /// <summary>Reads the record that an answer holds under a name.</summary>
    public static ReadValue<T> Of<T>(string name, ReadValue<T?> read)
        where T : class => (ref JsonSource json) => json.Member(name, read);

    /// <summary>Reads the list that an answer holds whole under a name.</summary>
    public static ReadValue<IReadOnlyList<T>> ListOf<T>(string name, ReadValue<T?> read)
        where T : class => Of<IReadOnlyList<T>>(name, (ref JsonSource json) => json.List(read));
}
