using AuthProfiles.AzureOpenAI;

namespace AuthProfiles;

/// <summary>Says where an Azure OpenAI resource is, what it runs and how it is authorized.</summary>
/// <remarks>
/// <para>
/// <see cref="ApiKey"/>, or <see cref="TenantId"/>, <see cref="ClientId"/> and <see cref="ClientSecret"/>, decide how calls are authorized; a
/// tenant's connection gives values of its own under the same names, <see cref="Endpoint"/> included. The values are read once, when a
/// client or profile is made from them.
/// </para>
/// <para>
/// <see cref="ProfileOptions.BaseUrl"/> is <c>{{endpoint}}</c>; for a gateway with a path it is set to the gateway's address, with a slash
/// at its end, or to <c>{{endpoint}}/path/</c>. An endpoint beyond the service's own hosts and loopback is one of
/// <see cref="ProfileOptions.AlsoAllow"/>, such as <c>https://gateway.contoso.com</c>. <see cref="ProfileOptions.Probe"/> is
/// <c>GET openai/v1/models</c>, which costs nothing and which a resource answers for either address family.
/// </para>
/// </remarks>
public sealed class AzureOpenAIOptions : ProfileOptions, IClientOptions
{
    /// <summary>Initializes a new instance of the <see cref="AzureOpenAIOptions"/> class.</summary>
    public AzureOpenAIOptions()
    {
        BaseUrl = "{{endpoint}}";
        IdentityProviderName = "Microsoft Azure";
        Probe = "GET openai/v1/models";
    }

    /// <summary>Gets or sets the host of the resource, such as <c>contoso.openai.azure.com</c>, or its address without a path.</summary>
    /// <value>There is no default. https is meant where no scheme is given; http is taken for loopback only.</value>
    public string? Endpoint { get; set; }

    /// <summary>Gets or sets which address family is called.</summary>
    /// <value>The default is <see cref="UrlFamily.Deployment"/>.</value>
    public UrlFamily UrlFamily { get; set; }

    /// <summary>Gets or sets the service's version.</summary>
    /// <value>The default is <c>2024-10-21</c> for <see cref="UrlFamily.Deployment"/>, and none is sent for <see cref="UrlFamily.V1"/>.</value>
    public string? ApiVersion { get; set; }

    /// <summary>Gets or sets the deployment that completes chats where a request names none.</summary>
    /// <value>There is no default.</value>
    public string? ChatDeployment { get; set; }

    /// <summary>Gets or sets the deployment that embeds texts where a request names none.</summary>
    /// <value>There is no default.</value>
    public string? EmbeddingDeployment { get; set; }

    /// <summary>Gets or sets which cloud the resource is in.</summary>
    /// <value>The default is <see cref="AzureOpenAICloud.Public"/>. For one that is not listed, set <see cref="LoginUrl"/> and <see cref="Scope"/>, and allow the hosts by <see cref="ProfileOptions.AlsoAllow"/>.</value>
    public AzureOpenAICloud Cloud { get; set; }

    /// <summary>Gets or sets either key of the resource; it goes into the header <c>api-key</c>.</summary>
    /// <value>There is no default.</value>
    public SecretValue? ApiKey { get; set; }

    /// <summary>Gets or sets the resource's other key, so that each can be regenerated in turn.</summary>
    /// <value>There is no default. It is used when the service refuses <see cref="ApiKey"/> with 401, and until it is refused itself; the request that was refused is sent again.</value>
    public SecretValue? SecondaryApiKey { get; set; }

    /// <summary>Gets or sets the Entra directory that the application signs in to: a GUID or a verified domain.</summary>
    /// <value>There is no default.</value>
    public string? TenantId { get; set; }

    /// <summary>Gets or sets the application's id in the directory.</summary>
    /// <value>There is no default.</value>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the application's secret (its value, not its id).</summary>
    /// <value>There is no default.</value>
    public SecretValue? ClientSecret { get; set; }

    /// <summary>Gets or sets whether a user's connection is made by their own sign-in (authorization code with PKCE), which <see cref="IConnections"/> starts.</summary>
    /// <value>
    /// The default is false: a user gives a key. The application needs the delegated permission <c>user_impersonation</c> of Microsoft Cognitive Services and its redirect address,
    /// each user the role on the resource; <see cref="TenantId"/> is the directory of the resource.
    /// </value>
    public bool UsersSignIn { get; set; }

    /// <summary>Gets or sets the callback address as it is registered at the provider: absolute, without a fragment.</summary>
    /// <value>The default is null: the host says it, such as <c>MapAuthProfiles</c>, or <see cref="StartOptions.CallbackLink"/>. It counts with <see cref="UsersSignIn"/> alone.</value>
    public string? RedirectUri { get; set; }

    /// <summary>Gets or sets the scope that a token is requested for.</summary>
    /// <value>
    /// The default is null: <c>https://cognitiveservices.azure.com/.default</c> in the public cloud and <c>https://cognitiveservices.azure.us/.default</c> in Azure Government, for either address
    /// family. A resource that takes tokens for <c>https://ai.azure.com/.default</c> alone is told here. Users who sign in consent to the same audience's <c>user_impersonation</c>.
    /// </value>
    public string? Scope { get; set; }

    /// <summary>Gets or sets the token endpoint, a template in which <c>{{tenantId}}</c> is <see cref="TenantId"/>.</summary>
    /// <value>The default is null: that of the <see cref="Cloud"/>, such as <c>https://login.microsoftonline.com/{{tenantId}}/oauth2/v2.0/token</c>.</value>
    public string? LoginUrl { get; set; }

    /// <summary>Gets or sets how long the body of an answer may stay silent.</summary>
    /// <value>The default is 60 seconds. It is positive, up to 1 hour; the body as a whole has <see cref="Timeout"/>.</value>
    public TimeSpan BodyIdleTimeout { get; set; } = ClientSettings.DefaultBodyIdleTimeout;

    /// <summary>Gets or sets how long a call may take: all attempts, and the waits between them, until the headers of the answer are there; the body has as long again.</summary>
    /// <value>The default is 10 minutes, since a model answers only when it has finished. From 1 second to 1 hour; a single attempt has at most 10 minutes.</value>
    /// <remarks>
    /// A call is sent again, at most 3 times, where no connection was made, and on 429 or 503 where the service asks for a wait of up to 60 seconds. It is never sent
    /// again after 408, 409, 500, 502 or 504, a connection that broke or an attempt that took too long: it may have been carried out, and charged for.
    /// The waits are part of this time: where one does not fit into the rest of it, the call ends with it in a <see cref="TaskCanceledException"/>.
    /// </remarks>
    public TimeSpan Timeout { get; set; } = ClientSettings.DefaultTimeout;

    /// <summary>Gets or sets whether the spans of chats hold what was said: the messages, the arguments and results of tools, and the answers.</summary>
    /// <value>The default is false. Whoever reads the traces then reads the conversations; images, speech and files are named and not shown.</value>
    public bool CaptureMessageContent { get; set; }
}
