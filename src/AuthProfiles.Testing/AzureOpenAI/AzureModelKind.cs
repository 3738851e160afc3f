namespace AuthProfiles.Testing.AzureOpenAI;

internal enum AzureModelKind
{
    Chat,
    Embedding,
}
