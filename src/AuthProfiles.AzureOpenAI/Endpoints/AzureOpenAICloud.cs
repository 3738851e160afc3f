namespace AuthProfiles;

/// <summary>Says which of Microsoft's clouds a resource is in: which hosts are the service's own, and where and for what tokens are requested.</summary>
public enum AzureOpenAICloud
{
    /// <summary>The public cloud: <c>openai.azure.com</c>, <c>login.microsoftonline.com</c>.</summary>
    Public,

    /// <summary>Azure Government of the United States: <c>openai.azure.us</c>, <c>login.microsoftonline.us</c>.</summary>
    UsGovernment,
}
