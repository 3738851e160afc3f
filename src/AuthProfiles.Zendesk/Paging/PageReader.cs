using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Reads the JSON of a page, whichever of Zendesk's two ways of paging it is.</summary>
/// <param name="itemsName">The member that holds the items.</param>
/// <param name="readItem">Reads one item; null leaves it out.</param>
internal sealed class PageReader<T>(string itemsName, JsonRead<T?> readItem)
    where T : class
{
    /// <summary>Reads a page with a cursor (<c>meta.has_more</c>, <c>meta.after_cursor</c>).</summary>
    public Page<T> ReadCursorPage(ref Utf8JsonReader reader)
    {
        var envelope = ReadEnvelope(ref reader);
        if (!envelope.HasMore)
        {
            // An answer without meta but with next_page means that the cursor was not understood: stopping here would lose the rest.
            return envelope.HasNextPage && !envelope.HasMeta
                ? throw new JsonException("The list came in numbered pages where a cursor was asked for.")
                : new Page<T>(envelope.Items, null, envelope.Count);
        }

        return envelope.AfterCursor is { Length: > 0 } cursor
            ? new Page<T>(envelope.Items, cursor, envelope.Count)
            : throw new JsonException("The list has more pages but no cursor for the next.");
    }

    /// <summary>Reads a numbered page (<c>count</c>, <c>next_page</c>); the address of the next is not used, only that there is one.</summary>
    public Page<T> ReadNumberedPage(ref Utf8JsonReader reader, string nextNumber)
    {
        var envelope = ReadEnvelope(ref reader);
        return new Page<T>(envelope.Items, envelope.HasNextPage ? nextNumber : null, envelope.Count);
    }

    /// <summary>Reads a list that comes whole.</summary>
    public IReadOnlyList<T> ReadUnpaged(ref Utf8JsonReader reader) => ReadEnvelope(ref reader).Items;

    private Envelope ReadEnvelope(ref Utf8JsonReader reader)
    {
        var envelope = default(Envelope);
        JsonReading.ExpectObject(ref reader);
        while (JsonReading.NextMember(ref reader))
        {
            if (reader.ValueTextEquals(itemsName))
            {
                reader.Read();
                envelope.Items = JsonReading.List(ref reader, readItem);
                continue;
            }

            var name = JsonReading.Name(ref reader);
            reader.Read();
            switch (name)
            {
                case var _ when name.SequenceEqual("meta"u8):
                    ReadMeta(ref reader, ref envelope);
                    break;
                case var _ when name.SequenceEqual("count"u8):
                    envelope.Count = JsonReading.Int64(ref reader);
                    break;
                case var _ when name.SequenceEqual("next_page"u8):
                    envelope.HasNextPage = JsonReading.Text(ref reader) is { Length: > 0 };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return envelope.Items is null ? throw new JsonException("The list has no items.") : envelope;
    }

    private static void ReadMeta(ref Utf8JsonReader reader, ref Envelope envelope)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        envelope.HasMeta = true;
        while (JsonReading.NextMember(ref reader))
        {
            var name = JsonReading.Name(ref reader);
            reader.Read();
            if (name.SequenceEqual("has_more"u8))
            {
                envelope.HasMore = JsonReading.Boolean(ref reader) ?? false;
            }
            else if (name.SequenceEqual("after_cursor"u8))
            {
                envelope.AfterCursor = JsonReading.Text(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private struct Envelope
    {
        public IReadOnlyList<T> Items;
        public bool HasMeta;
        public bool HasMore;
        public string? AfterCursor;
        public long? Count;
        public bool HasNextPage;
    }
}
