namespace AuthProfiles.Testing.AzureOpenAI;

internal sealed record AzureDeployment(string Model, AzureModelKind Kind);
