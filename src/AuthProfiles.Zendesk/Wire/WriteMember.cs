using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Writes a member of an object.</summary>
internal delegate void WriteMember<in T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value);
