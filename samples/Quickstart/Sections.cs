namespace Quickstart;

/// <summary>The profiles of the program, and where their settings stand.</summary>
internal static class Sections
{
    public const string Assistant = "assistant";
    public const string Support = "support";

    public const string AssistantPath = "AuthProfiles:AzureOpenAI:" + Assistant;
    public const string SupportPath = "AuthProfiles:Zendesk:" + Support;
}
