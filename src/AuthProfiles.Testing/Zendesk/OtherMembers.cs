using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>The members of a ticket that the local service keeps and gives back, but makes nothing of.</summary>
internal static class OtherMembers
{
    public static ImmutableSortedDictionary<string, string> None { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Takes over what is said about them.</summary>
    public static bool TryRead(JsonElement values, ImmutableSortedDictionary<string, string> before, out ImmutableSortedDictionary<string, string> after, [NotNullWhen(false)] out TicketRefusal? refusal)
    {
        (after, refusal) = (before, null);
        foreach (var member in values.EnumerateObject())
        {
            if (KindOf(member.Name) is not { } kind)
            {
                continue;
            }

            if (member.Value.ValueKind != kind && member.Value.ValueKind != JsonValueKind.Null)
            {
                refusal = TicketRefusal.Invalid(member.Name, "InvalidValue", $"{member.Name}: is not valid");
                return false;
            }

            after = after.SetItem(member.Name, member.Value.GetRawText());
        }

        return true;
    }

    /// <summary>Puts them in place of what a ticket without them has.</summary>
    public static void Write(ImmutableSortedDictionary<string, string> members, JsonObject ticket)
    {
        foreach (var (name, value) in members)
        {
            ticket[name] = JsonNode.Parse(value);
        }
    }

    private static JsonValueKind? KindOf(string name) => name switch
    {
        "group_id" or "organization_id" or "problem_id" or "brand_id" or "ticket_form_id" or "custom_status_id" => JsonValueKind.Number,
        "collaborator_ids" or "follower_ids" or "email_cc_ids" => JsonValueKind.Array,
        "due_at" or "recipient" => JsonValueKind.String,
        _ => null,
    };
}
