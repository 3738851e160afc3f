using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Views;

/// <summary>Reads how the tickets of a view are shown.</summary>
internal static class ViewExecutionReader
{
    public static ViewExecution? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        IReadOnlyList<ViewColumn> columns = [];
        ViewOrder? group = null, sort = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("columns"u8))
            {
                columns = json.List(ReadColumn);
            }
            else if (name.SequenceEqual("group"u8))
            {
                group = ReadOrder(ref json);
            }
            else if (name.SequenceEqual("sort"u8))
            {
                sort = ReadOrder(ref json);
            }
            else
            {
                // The same once more, under older names.
                json.Skip();
            }
        }

        return new ViewExecution { Columns = columns, Group = group, Sort = sort };
    }

    public static ViewColumn? ReadColumn(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? id = null, title = null, type = null, url = null;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    // The columns of the account's own fields have numbers.
                    id = json.TextOrNumber();
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    type = json.Text();
                    break;
                case 5 when name.SequenceEqual("title"u8):
                    title = json.Text();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return id is null ? null : new ViewColumn(id, title, type, url);
    }

    private static ViewOrder? ReadOrder(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? id = null, title = null;
        var isDescending = false;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("id"u8))
            {
                id = json.TextOrNumber();
            }
            else if (name.SequenceEqual("title"u8))
            {
                title = json.Text();
            }
            else if (name.SequenceEqual("order"u8))
            {
                isDescending = json.TextEquals("desc"u8);
                json.Skip();
            }
            else
            {
                json.Skip();
            }
        }

        return id is null ? null : new ViewOrder(id, title, isDescending);
    }
}
