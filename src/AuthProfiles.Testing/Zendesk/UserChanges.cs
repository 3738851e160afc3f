using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>What a create or an update says about a user. Members that are absent change nothing.</summary>
internal sealed class UserChanges(ZendeskCall call, JsonElement values)
{
    private static readonly string[] s_roles = [LocalUsers.EndUser, LocalUsers.Agent, LocalUsers.Admin];

    /// <summary>Gets a user of whom nothing is known yet.</summary>
    public LocalUser Draft => new() { CreatedAt = call.Now };

    public LocalUser? FindKnown() =>
        (Text("external_id") is { } externalId ? call.Account.Users.FirstOrDefault(user => string.Equals(user.ExternalId, externalId, StringComparison.OrdinalIgnoreCase)) : null)
        ?? (Text("email") is { } email ? call.Account.Users.Find(email) : null);

    public bool TryApply(LocalUser user, [NotNullWhen(true)] out LocalUser? changed, [NotNullWhen(false)] out TicketRefusal? refusal)
    {
        changed = user with
        {
            Name = Text("name") ?? user.Name,
            Email = Text("email") ?? user.Email,
            Role = Text("role") ?? user.Role,
            Locale = Text("locale") ?? user.Locale,
            ExternalId = values.TryGetProperty("external_id", out _) ? Text("external_id") : user.ExternalId,
            UpdatedAt = call.Now,
        };
        refusal = Refuse(changed);
        changed = refusal is null ? changed : null;
        return refusal is null;
    }

    private TicketRefusal? Refuse(LocalUser user)
    {
        if (user.Name.Length == 0)
        {
            return TicketRefusal.Invalid("name", "BlankValue", "Name: cannot be blank");
        }

        if (!TicketRules.IsOneOf(s_roles, user.Role))
        {
            return TicketRefusal.Invalid("role", "InvalidValue", "Role: is not one of " + string.Join(", ", s_roles));
        }

        return user.Email.Length > 0 && call.Account.Users.Find(user.Email) is { } other && other.Id != user.Id
            ? TicketRefusal.Invalid("email", "DuplicateValue", "Email: is already being used by another user")
            : null;
    }

    private string? Text(string name) =>
        values.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
