using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Reads the JSON of a page, whichever of Zendesk's ways of paging it is.</summary>
/// <param name="itemsName">The member that holds the items.</param>
/// <param name="readItem">Reads one item; null leaves it out.</param>
internal sealed class PageReader<T>(string itemsName, ReadValue<T?> readItem)
    where T : class
{
    public Page<T> Read(ref JsonSource json, PageMode mode, PageOptions options)
    {
        IReadOnlyList<T>? items = null;
        var envelope = default(PageEnvelope);
        var includes = new IncludeReader(options.Include);
        json.ExpectObject();
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when System.Text.Ascii.Equals(name, itemsName):
                    items = json.List(readItem);
                    break;
                case var _ when name.SequenceEqual("meta"u8):
                    ReadMeta(ref json, ref envelope);
                    break;
                case var _ when name.SequenceEqual("count"u8):
                    envelope.Count = json.Int64();
                    break;
                case var _ when name.SequenceEqual("next_page"u8) || name.SequenceEqual("after_url"u8):
                    envelope.HasNextPage |= json.Text() is { Length: > 0 };
                    break;
                case var _ when name.SequenceEqual("after_cursor"u8):
                    envelope.AfterCursor = json.Text();
                    break;
                case var _ when name.SequenceEqual("before_url"u8):
                    envelope.HasOlderPage = json.Text() is { Length: > 0 };
                    break;
                case var _ when name.SequenceEqual("before_cursor"u8):
                    envelope.BeforeCursor = json.Text();
                    break;
                case var _ when name.SequenceEqual("end_of_stream"u8):
                    envelope.IsEndOfStream = json.Boolean();
                    break;
                case var _ when name.SequenceEqual("end_time"u8):
                    envelope.EndTime = json.Int64();
                    break;
                default:
                    if (!includes.TryRead(name, ref json))
                    {
                        json.Skip();
                    }

                    break;
            }
        }

        return items is null ? throw new JsonException("The list has no items.") : new Page<T>(items, mode.Next(envelope, options), mode.Total(envelope))
        {
            Included = includes.ToIncluded(),
            Checkpoint = mode.Checkpoint(envelope, options),
        };
    }

    private static void ReadMeta(ref JsonSource json, ref PageEnvelope envelope)
    {
        if (!json.BeginsObject())
        {
            return;
        }

        envelope.HasMeta = true;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("has_more"u8))
            {
                envelope.HasMore = json.Boolean();
            }
            else if (name.SequenceEqual("after_cursor"u8))
            {
                envelope.AfterCursor = json.Text();
            }
            else
            {
                json.Skip();
            }
        }
    }
}
