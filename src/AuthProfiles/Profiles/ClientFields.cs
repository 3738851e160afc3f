using System.Collections.Immutable;

namespace AuthProfiles.Profiles;

/// <summary>The fields that together say who an OAuth client is, whatever the kind calls itself. The id of one app never goes out with the secret of another.</summary>
internal static class ClientFields
{
    public const string ClientId = "clientId";
    public const string ClientSecret = "clientSecret";
    public const string SecondaryClientSecret = "secondaryClientSecret";
    public const string ClientKey = "clientKey";
    public const string SecondaryClientKey = "secondaryClientKey";

    /// <summary>Says whether a field proves who the client is.</summary>
    public static bool IsProof(string key) => key is ClientSecret or SecondaryClientSecret or ClientKey or SecondaryClientKey;

    /// <summary>Says whether values name a client, in part or whole.</summary>
    public static bool AreIn(ImmutableDictionary<string, SecretValue> inputs) => !inputs.IsEmpty && inputs.Keys.Any(Contains);

    public static bool Contains(string key) => key is ClientId || IsProof(key);
}
