namespace WebConnect;

/// <summary>The profiles of the program, and where their settings stand.</summary>
internal static class Sections
{
    /// <summary>Whose tickets: users consent to the app of their organisation.</summary>
    public const string Zendesk = "zendesk";

    /// <summary>Whose model: users consent to the app of this program.</summary>
    public const string AzureOpenAI = "azure-openai";

    /// <summary>The client of the model.</summary>
    public const string Assistant = "assistant";

    public const string ZendeskPath = "AuthProfiles:Profiles:" + Zendesk;
    public const string AzureOpenAIPath = "AuthProfiles:Profiles:" + AzureOpenAI;
    public const string AssistantPath = "AuthProfiles:AzureOpenAI:" + Assistant;
    public const string KeysPath = "AuthProfiles:KeyRing:Keys";
}
