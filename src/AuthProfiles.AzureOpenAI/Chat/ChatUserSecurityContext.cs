using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Says for whom an application asks, so that an alert of Microsoft Defender for Cloud names the user.</summary>
/// <remarks>The v1 addresses and previews take it. It authorizes nothing and names no connection.</remarks>
public sealed record ChatUserSecurityContext
{
    /// <summary>Gets the application's name.</summary>
    public string? ApplicationName { get; init; }

    /// <summary>Gets the user's object id in Entra.</summary>
    public string? EndUserId { get; init; }

    /// <summary>Gets the id of the user's Entra directory.</summary>
    public string? EndUserTenantId { get; init; }

    /// <summary>Gets the address from which the user called the application.</summary>
    public string? SourceIP { get; init; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        JsonWrite.Text(json, "application_name"u8, ApplicationName);
        JsonWrite.Text(json, "end_user_id"u8, EndUserId);
        JsonWrite.Text(json, "end_user_tenant_id"u8, EndUserTenantId);
        JsonWrite.Text(json, "source_ip"u8, SourceIP);
        json.WriteEndObject();
    }
}
