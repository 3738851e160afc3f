using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.DataSources;

/// <summary>How the service authorizes itself at a data source. It has nothing to do with how a call to the service is authorized.</summary>
/// <remarks>Immutable and thread-safe. It never prints its secret.</remarks>
public sealed record DataSourceAuthentication
{
    private readonly string _type;
    private readonly string? _member;
    private readonly SecretValue? _value;

    private DataSourceAuthentication(string type, string? member = null, SecretValue? value = null) => (_type, _member, _value) = (type, member, value);

    /// <summary>Gets the way by the identity that the Azure OpenAI resource has.</summary>
    public static DataSourceAuthentication SystemAssignedManagedIdentity { get; } = new("system_assigned_managed_identity");

    /// <summary>Makes the way by an identity that is assigned to the Azure OpenAI resource.</summary>
    /// <param name="resourceId">The identity's resource id.</param>
    /// <returns>The way.</returns>
    public static DataSourceAuthentication UserAssignedManagedIdentity(string resourceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceId);
        return new("user_assigned_managed_identity", "managed_identity_resource_id", resourceId);
    }

    /// <summary>Makes the way by a key of the data source.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The way.</returns>
    public static DataSourceAuthentication ApiKey(SecretValue key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new("api_key", "key", key);
    }

    /// <summary>Makes the way by a token for the data source.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The way.</returns>
    public static DataSourceAuthentication AccessToken(SecretValue token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new("access_token", "access_token", token);
    }

    /// <summary>Returns the service's word for the way.</summary>
    /// <returns>The word.</returns>
    public override string ToString() => _type;

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("authentication"u8);
        json.WriteString("type"u8, _type);
        if (_member is not null)
        {
            json.WriteString(_member, _value!.Reveal());
        }

        json.WriteEndObject();
    }
}
