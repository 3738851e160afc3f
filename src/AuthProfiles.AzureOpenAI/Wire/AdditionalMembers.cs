using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Members of a request's body beyond those that have a property.</summary>
internal static class AdditionalMembers
{
    /// <summary>Copies the caller's members, detached from any document that the caller may dispose.</summary>
    public static ImmutableDictionary<string, JsonElement> Copy(IReadOnlyDictionary<string, JsonElement> members) =>
        members.Count == 0 ? ImmutableDictionary<string, JsonElement>.Empty
            : members.ToImmutableDictionary(member => member.Key, member => member.Value.Clone(), StringComparer.Ordinal);

    /// <summary>Writes the members, unless one is taken: a body with a member twice means different things to different readers.</summary>
    public static void Write<T>(Utf8JsonWriter json, T request, IReadOnlyDictionary<string, JsonElement> members, Func<T, string, bool> isTaken)
    {
        if (members.Count == 0)
        {
            return;
        }

        foreach (var (name, value) in members)
        {
            if (isTaken(request, name))
            {
                throw new ArgumentException($"AdditionalProperties has '{Errors.ServerText.Show(name)}', which the request writes itself.", nameof(request));
            }

            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }
}
