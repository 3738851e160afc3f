using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>A connection's names as they travel in the options of a call: through whatever wraps the client, and into the keys of whatever keeps its answers.</summary>
/// <remarks>They are plain text, which every cache can write into its key.</remarks>
internal static class ConnectionProperty
{
    public const string TenantKey = "authprofiles.tenant";
    public const string UserKey = "authprofiles.user";

    /// <summary>Says whether a property is one of the two names, which never go to the service. As in the dictionary that holds them, case does not count.</summary>
    public static bool IsName(string key) => string.Equals(key, TenantKey, StringComparison.OrdinalIgnoreCase) || string.Equals(key, UserKey, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns a copy of the properties that names this connection and no other.</summary>
    public static AdditionalPropertiesDictionary With(AdditionalPropertiesDictionary? properties, string? tenant, string? user)
    {
        var copy = properties?.Clone() ?? [];
        Set(copy, TenantKey, tenant);
        Set(copy, UserKey, user);
        return copy;
    }

    /// <summary>Returns the client of the connection that the properties name, or the client itself where they name none.</summary>
    /// <exception cref="AuthorizationException">A name or the connection is not valid; nothing was sent.</exception>
    /// <exception cref="ArgumentException">A name is no text.</exception>
    public static AzureOpenAIClient Apply(AdditionalPropertiesDictionary? properties, AzureOpenAIClient client)
    {
        if (properties is null)
        {
            return client;
        }

        var tenant = Get(properties, TenantKey);
        var user = Get(properties, UserKey);
        return tenant is null && user is null ? client : client.For(tenant, user);
    }

    private static void Set(AdditionalPropertiesDictionary properties, string key, string? name)
    {
        if (name is null)
        {
            properties.Remove(key);
        }
        else
        {
            properties[key] = name;
        }
    }

    // Anything but a text would mean that somebody named a connection and gets another one.
    private static string? Get(AdditionalPropertiesDictionary properties, string key) =>
        !properties.TryGetValue(key, out var name) || name is null ? null
            : name as string ?? throw new ArgumentException($"The additional property '{key}' names a connection: give a string.", nameof(properties));
}
