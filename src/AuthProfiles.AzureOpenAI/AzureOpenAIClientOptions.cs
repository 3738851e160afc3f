using AuthProfiles.AzureOpenAI;

namespace AuthProfiles;

/// <summary>Says what an Azure OpenAI client calls, where another profile says at which resource and how calls are authorized.</summary>
/// <remarks>The values are read once, when the client is made from them.</remarks>
public sealed class AzureOpenAIClientOptions : IClientOptions
{
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
