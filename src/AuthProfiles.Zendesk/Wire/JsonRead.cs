using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Reads one value: the reader stands on its first token before and on its last token after.</summary>
internal delegate T JsonRead<out T>(ref Utf8JsonReader reader);
