using System.Text.Json.Serialization;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>A type whose secret stands in its JSON, and nowhere else.</summary>
internal sealed class LeakyJson(string key)
{
    [JsonInclude]
    private string Key { get; } = key;

    public override string ToString() => $"{Key.Length} characters";
}
