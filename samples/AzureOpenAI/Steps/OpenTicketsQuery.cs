namespace AzureOpenAI.Steps;

/// <summary>The arguments of the function that the model may call.</summary>
internal sealed record OpenTicketsQuery(int Floor);
