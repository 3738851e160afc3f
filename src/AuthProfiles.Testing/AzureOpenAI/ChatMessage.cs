namespace AuthProfiles.Testing.AzureOpenAI;

internal sealed record ChatMessage(string Role, string Text);
