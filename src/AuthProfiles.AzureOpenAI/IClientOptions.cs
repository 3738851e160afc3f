namespace AuthProfiles.AzureOpenAI;

/// <summary>What a client is told besides its authorization, wherever it is told.</summary>
internal interface IClientOptions
{
    UrlFamily UrlFamily { get; set; }

    string? ApiVersion { get; set; }

    string? ChatDeployment { get; set; }

    string? EmbeddingDeployment { get; set; }

    TimeSpan BodyIdleTimeout { get; set; }

    TimeSpan Timeout { get; set; }

    bool CaptureMessageContent { get; set; }
}
