using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns additional properties of options into members of a body, and members of an answer into additional properties.</summary>
internal static class AdditionalPropertyBag
{
    /// <summary>Returns the request's own members and, over them, those of the options.</summary>
    /// <param name="members">The request's.</param>
    /// <param name="properties">The options'.</param>
    /// <param name="except">A name among the options' that means something else, or null.</param>
    /// <exception cref="NotSupportedException">A value's type has no JSON form that is known without reflection.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Merge(IReadOnlyDictionary<string, JsonElement> members, AdditionalPropertiesDictionary? properties, string? except = null)
    {
        if (properties is null)
        {
            return members;
        }

        ImmutableDictionary<string, JsonElement>.Builder? merged = null;
        foreach (var (name, value) in properties)
        {
            if (!ConnectionProperty.IsName(name) && !string.Equals(name, except, StringComparison.OrdinalIgnoreCase))
            {
                merged ??= members.ToImmutableDictionary(StringComparer.Ordinal).ToBuilder();
                merged[name] = ToJson(value);
            }
        }

        return merged?.ToImmutable() ?? members;
    }

    /// <summary>Returns members as additional properties; null for none.</summary>
    public static AdditionalPropertiesDictionary? Of(IReadOnlyDictionary<string, JsonElement> members) =>
        members.Count == 0 ? null : new(members.Select(static member => KeyValuePair.Create(member.Key, (object?)member.Value)));

    private static JsonElement ToJson(object? value) => value is JsonElement json
        ? json
        : JsonSerializer.SerializeToElement(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value?.GetType() ?? typeof(object)));
}
