using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Views;

/// <summary>Reads a page of a view with what stands beside the rows.</summary>
internal static class ViewResultReader
{
    public static readonly PageReader<ViewRow> Rows = new("rows", ViewRowReader.Read);

    /// <summary>Reads a preview, which has one page and no view.</summary>
    public static ViewResult Preview(ref JsonSource json)
    {
        var again = json;
        var rows = json.Member<IReadOnlyList<ViewRow>>("rows", static (ref json) => json.List(ViewRowReader.Read));
        return ReadHead(ref again, isPreview: true) with { Rows = rows };
    }

    /// <summary>Reads a page: the rows as every list has them, and once more what is around them.</summary>
    public static ViewResult Page(ref JsonSource json, PageMode mode, PageOptions options)
    {
        var again = json;
        var page = Rows.Read(ref json, mode, options);
        return ReadHead(ref again, isPreview: false) with { Rows = page.Items, Next = page.Next, Total = page.Total, Included = page.Included };
    }

    private static ViewResult ReadHead(ref JsonSource json, bool isPreview)
    {
        var result = new ViewResult();
        json.ExpectObject();
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when !isPreview && name.SequenceEqual("view"u8):
                    result = result with { View = ViewReader.Read(ref json) };
                    break;
                case var _ when name.SequenceEqual("columns"u8):
                    result = result with { Columns = json.List(ViewExecutionReader.ReadColumn) };
                    break;
                case var _ when name.SequenceEqual("groups"u8):
                    result = result with { Groups = RawReader.List(ref json) };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return result;
    }
}
