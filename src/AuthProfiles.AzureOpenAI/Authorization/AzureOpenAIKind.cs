namespace AuthProfiles.AzureOpenAI.Authorization;

/// <summary>The kind of profile that Azure OpenAI resources have.</summary>
internal static class AzureOpenAIKind
{
    public const string Subject = "Azure OpenAI";
    public const string Section = "AuthProfiles:AzureOpenAI";

    public static ProfileKind<AzureOpenAIOptions> Instance { get; } =
        new(AzureOpenAIProfile.Type, AzureOpenAISettings.All, static () => new(), static (name, options) => new AzureOpenAIProfile(name, options)) { Subject = Subject, Section = Section };
}
