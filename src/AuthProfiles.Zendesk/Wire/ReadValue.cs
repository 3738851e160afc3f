namespace AuthProfiles.Zendesk.Wire;

/// <summary>Reads one value: the source stands on its first token before and on its last token after.</summary>
internal delegate T ReadValue<out T>(ref JsonSource json);
