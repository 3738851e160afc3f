namespace AuthProfiles.LiveTests.AzureOpenAI;

internal sealed record Answer(string Text, IReadOnlyList<int> Numbers, double? Score);
