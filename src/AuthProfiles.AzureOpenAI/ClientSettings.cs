using AuthProfiles.AzureOpenAI.Authorization;
using AuthProfiles.AzureOpenAI.Endpoints;
using AuthProfiles.Settings;

namespace AuthProfiles.AzureOpenAI;

/// <summary>What a client was told besides its authorization, checked and copied.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ClientSettings
{
    public static readonly TimeSpan DefaultBodyIdleTimeout = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    /// <summary>Initializes a new instance of the <see cref="ClientSettings"/> class.</summary>
    /// <param name="profile">The name of the client, which is that of its own profile.</param>
    /// <param name="options">What the client was told.</param>
    /// <param name="section">Where its settings stand, or null for the place that the name has.</param>
    /// <exception cref="AuthorizationException">A value is out of its range.</exception>
    public ClientSettings(string profile, IClientOptions options, SettingSection? section = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        section ??= new SettingSection(AzureOpenAIKind.Subject, profile, AzureOpenAIKind.Section);
        if (options.UrlFamily is not (UrlFamily.Deployment or UrlFamily.V1))
        {
            throw Wrong(profile, $"{nameof(options.UrlFamily)} is {(int)options.UrlFamily}; give {nameof(UrlFamily.Deployment)} or {nameof(UrlFamily.V1)}");
        }

        BodyIdleTimeout = options.BodyIdleTimeout > TimeSpan.Zero && options.BodyIdleTimeout <= LongestTimeout
            ? options.BodyIdleTimeout
            : throw Wrong(profile, $"{nameof(options.BodyIdleTimeout)} is {options.BodyIdleTimeout}; give a positive time up to {LongestTimeout}");
        Timeout = options.Timeout >= ShortestTimeout && options.Timeout <= LongestTimeout
            ? options.Timeout
            : throw Wrong(profile, $"{nameof(options.Timeout)} is {options.Timeout}; give a time from {ShortestTimeout} to {LongestTimeout}");
        CaptureMessageContent = options.CaptureMessageContent;
        Chat = new(profile, section, "chat/completions", nameof(options.ChatDeployment), options.ChatDeployment, options.UrlFamily, options.ApiVersion);
        Embeddings = new(profile, section, "embeddings", nameof(options.EmbeddingDeployment), options.EmbeddingDeployment, options.UrlFamily, options.ApiVersion);
    }

    public Operation Chat { get; }

    public Operation Embeddings { get; }

    public TimeSpan BodyIdleTimeout { get; }

    public TimeSpan Timeout { get; }

    public bool CaptureMessageContent { get; }

    private static AuthorizationException Wrong(string profile, string what) =>
        new(AuthorizationErrorKind.Configuration, profile, $"{AzureOpenAIKind.Subject} '{profile}': {what}.");
}
