namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>What the model says: a text, or a call of a tool.</summary>
/// <param name="Text">The text; empty where a tool is called.</param>
/// <param name="Tool">The tool's name, or null.</param>
/// <param name="Arguments">The tool's arguments, as JSON.</param>
internal sealed record LocalAnswer(string Text, string? Tool = null, string Arguments = "{}");
