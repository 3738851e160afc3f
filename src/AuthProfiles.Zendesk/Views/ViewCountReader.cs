using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Views;

/// <summary>Reads how many tickets views have.</summary>
internal static class ViewCountReader
{
    public static readonly ReadValue<ViewCount> One = Answer.Of<ViewCount>("view_count", Read);
    public static readonly ReadValue<IReadOnlyList<ViewCount>> Many = Answer.ListOf<ViewCount>("view_counts", Read);

    private static ViewCount? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? view = null, value = null;
        string? pretty = null, url = null;
        bool? isFresh = null, isActive = null;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 5 when name.SequenceEqual("value"u8):
                    value = json.Int64();
                    break;
                case 5 when name.SequenceEqual("fresh"u8):
                    isFresh = json.Boolean();
                    break;
                case 6 when name.SequenceEqual("pretty"u8):
                    pretty = json.Text();
                    break;
                case 6 when name.SequenceEqual("active"u8):
                    isActive = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("view_id"u8):
                    view = json.Int64();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new ViewCount { ViewId = view, Value = value, Pretty = pretty, IsFresh = isFresh ?? false, IsActive = isActive, Url = url };
    }
}
