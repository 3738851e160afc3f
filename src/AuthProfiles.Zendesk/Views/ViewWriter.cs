using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Views;

/// <summary>Writes the members of views that are made, changed or tried out.</summary>
internal static class ViewWriter
{
    public static void Create(Utf8JsonWriter writer, NewView view)
    {
        writer.WriteString("title"u8, view.Title);
        JsonWriting.Text(writer, "raw_title"u8, view.RawTitle);
        JsonWriting.Text(writer, "description"u8, view.Description);
        JsonWriting.Flag(writer, "active"u8, view.IsActive);
        JsonWriting.Id(writer, "position"u8, view.Position);
        ViewRestrictionJson.Write(writer, "restriction"u8, view.Restriction);
        Definition(writer, view.All, view.Any, view.Output);
        JsonWriting.Members(writer, view.AdditionalProperties);
    }

    public static void Update(Utf8JsonWriter writer, ViewUpdate update)
    {
        JsonWriting.Text(writer, "title"u8, update.Title);
        JsonWriting.Text(writer, "raw_title"u8, update.RawTitle);
        JsonWriting.Optional(writer, "description"u8, update.Description, JsonWriting.Text);
        JsonWriting.Flag(writer, "active"u8, update.IsActive);
        JsonWriting.Id(writer, "position"u8, update.Position);
        JsonWriting.Optional(writer, "restriction"u8, update.Restriction, ViewRestrictionJson.Write);
        Definition(writer, update.All, update.Any, update.Output);
        JsonWriting.Members(writer, update.AdditionalProperties);
    }

    public static void Change(Utf8JsonWriter writer, ViewChange change)
    {
        writer.WriteNumber("id"u8, change.Id);
        JsonWriting.Id(writer, "position"u8, change.Position);
        JsonWriting.Flag(writer, "active"u8, change.IsActive);
    }

    public static void Preview(Utf8JsonWriter writer, ViewPreview preview) => Definition(writer, preview.All, preview.Any, preview.Output);

    private static void Definition(Utf8JsonWriter writer, IReadOnlyList<ViewCondition>? all, IReadOnlyList<ViewCondition>? any, ViewOutput? output)
    {
        JsonWriting.List(writer, "all"u8, all, ViewConditionJson.Write);
        JsonWriting.List(writer, "any"u8, any, ViewConditionJson.Write);
        if (output is null)
        {
            return;
        }

        writer.WriteStartObject("output"u8);
        JsonWriting.Texts(writer, "columns"u8, output.Columns);
        Order(writer, output.GroupBy, "group_by"u8, "group_order"u8);
        Order(writer, output.SortBy, "sort_by"u8, "sort_order"u8);
        writer.WriteEndObject();
    }

    private static void Order(Utf8JsonWriter writer, string? column, ReadOnlySpan<byte> by, ReadOnlySpan<byte> order)
    {
        if (column is null)
        {
            return;
        }

        var isDescending = column.StartsWith('-');
        writer.WriteString(by, isDescending ? column[1..] : column);
        writer.WriteString(order, isDescending ? "desc"u8 : "asc"u8);
    }
}
