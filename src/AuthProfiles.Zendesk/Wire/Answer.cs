using System.Text;
using System.Text.Json;

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

    /// <summary>Reads the one record of an answer that has it under either name, and by itself or as a list of one: the official description and Zendesk differ there.</summary>
    public static ReadValue<T> OfFirst<T>(string name, string plural, ReadValue<T?> read)
        where T : class
    {
        var first = FirstOf(read);
        return (ref JsonSource json) =>
        {
            T? found = null;
            json.ExpectObject();
            while (json.NextMember(out var member))
            {
                if (found is null && (Ascii.Equals(member, name) || Ascii.Equals(member, plural)))
                {
                    found = first(ref json);
                }
                else
                {
                    json.Skip();
                }
            }

            return found ?? throw new JsonException($"The answer has no '{name}'.");
        };
    }

    private static ReadValue<T?> FirstOf<T>(ReadValue<T?> read)
        where T : class => (ref JsonSource json) => json.Token != JsonTokenType.StartArray ? read(ref json)
            : json.List(read) is [var only, ..] ? only
            : null;
}
