using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Endpoints;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Telemetry;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI;

/// <summary>Everything of a client but whose authorization it uses: shared by all of its views.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ServiceCalls
{
    public ServiceCalls(ClientSettings settings, ClientMeter meter, TimeProvider clock)
    {
        var telemetry = new ClientTelemetry(meter, settings.CaptureMessageContent, clock);
        var bodies = new BodyReader(settings.BodyIdleTimeout, clock);
        var chat = new ServiceSender(settings.Chat, bodies, clock);
        Chat = new(chat, bodies, telemetry, clock);
        Streams = new(chat, settings.BodyIdleTimeout, telemetry, clock);
        Embeddings = new(new EmbeddingSender(new(settings.Embeddings, bodies, clock), bodies, telemetry, clock));
        ChatDeployment = settings.Chat.DefaultDeployment;
        EmbeddingDeployment = settings.Embeddings.DefaultDeployment;
    }

    public ChatCalls Chat { get; }

    public ChatStreamCalls Streams { get; }

    public EmbeddingCalls Embeddings { get; }

    public string? ChatDeployment { get; }

    public string? EmbeddingDeployment { get; }
}
