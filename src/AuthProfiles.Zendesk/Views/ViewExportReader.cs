using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Views;

/// <summary>Reads how far an export of a view is.</summary>
internal static class ViewExportReader
{
    public static readonly ReadValue<ViewExport> One = Answer.Of<ViewExport>("export", Read);

    private static ViewExport? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? view = null;
        string? status = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("view_id"u8))
            {
                view = json.Int64();
            }
            else if (name.SequenceEqual("status"u8))
            {
                status = json.Text();
            }
            else
            {
                json.Skip();
            }
        }

        return new ViewExport(view, status);
    }
}
