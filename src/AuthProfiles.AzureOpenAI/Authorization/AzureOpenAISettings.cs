using AuthProfiles.Settings;

namespace AuthProfiles.AzureOpenAI.Authorization;

/// <summary>The settings of <see cref="AzureOpenAIOptions"/> and of <see cref="AzureOpenAIClientOptions"/>.</summary>
internal static class AzureOpenAISettings
{
    private static readonly TimeSpan ShortestIdle = TimeSpan.FromSeconds(1);

    /// <summary>Gets what a client is told besides its authorization.</summary>
    public static SettingList<IClientOptions> Client { get; } = new SettingList<IClientOptions>()
        .Choice<UrlFamily>(nameof(IClientOptions.UrlFamily), "Which address family is called.", o => o.UrlFamily, (o, v) => o.UrlFamily = v)
        .Text(nameof(IClientOptions.ApiVersion), "The service's version.", o => o.ApiVersion, (o, v) => o.ApiVersion = v)
        .Text(nameof(IClientOptions.ChatDeployment), "The deployment that completes chats where a request names none.", o => o.ChatDeployment, (o, v) => o.ChatDeployment = v)
        .Text(nameof(IClientOptions.EmbeddingDeployment), "The deployment that embeds texts where a request names none.", o => o.EmbeddingDeployment, (o, v) => o.EmbeddingDeployment = v)
        .Duration(nameof(IClientOptions.BodyIdleTimeout), "How long the body of an answer may stay silent.", ShortestIdle, ClientSettings.LongestTimeout, o => o.BodyIdleTimeout, (o, v) => o.BodyIdleTimeout = v)
        .Duration(nameof(IClientOptions.Timeout), "How long a call may take, all attempts together.", ClientSettings.ShortestTimeout, ClientSettings.LongestTimeout, o => o.Timeout, (o, v) => o.Timeout = v)
        .Flag(nameof(IClientOptions.CaptureMessageContent), "Whether the spans of chats hold what was said.", o => o.CaptureMessageContent, (o, v) => o.CaptureMessageContent = v);

    public static SettingList<AzureOpenAIOptions> All { get; } = new SettingList<AzureOpenAIOptions>()
        .Text(nameof(AzureOpenAIOptions.Endpoint), "The host of the resource, such as contoso.openai.azure.com.", o => o.Endpoint, (o, v) => o.Endpoint = v)
        .Choice<AzureOpenAICloud>(nameof(AzureOpenAIOptions.Cloud), "Which cloud the resource is in.", o => o.Cloud, (o, v) => o.Cloud = v)
        .Secret(nameof(AzureOpenAIOptions.ApiKey), "Either key of the resource.", (o, v) => o.ApiKey = v)
        .Secret(nameof(AzureOpenAIOptions.SecondaryApiKey), "The resource's other key, for when the first is refused.", (o, v) => o.SecondaryApiKey = v)
        .Text(nameof(AzureOpenAIOptions.TenantId), "The Entra directory: its GUID or a verified domain.", o => o.TenantId, (o, v) => o.TenantId = v)
        .Text(nameof(AzureOpenAIOptions.ClientId), "The application's id in the directory.", o => o.ClientId, (o, v) => o.ClientId = v)
        .Secret(nameof(AzureOpenAIOptions.ClientSecret), "The value of the application's secret.", (o, v) => o.ClientSecret = v)
        .Flag(nameof(AzureOpenAIOptions.UsersSignIn), "Whether users sign in to Entra themselves.", o => o.UsersSignIn, (o, v) => o.UsersSignIn = v)
        .Text(nameof(AzureOpenAIOptions.RedirectUri), "The callback address as it is registered at the provider.", o => o.RedirectUri, (o, v) => o.RedirectUri = v)
        .Text(nameof(AzureOpenAIOptions.Scope), "The scope that a token is requested for.", o => o.Scope, (o, v) => o.Scope = v)
        .Text(nameof(AzureOpenAIOptions.LoginUrl), "The token endpoint; {{tenantId}} is filled in.", o => o.LoginUrl, (o, v) => o.LoginUrl = v)
        .Include(Client)
        .Include(ProfileSettings.Common);
}
