using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Telemetry;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Tells the observers of a stream what is asked, and when it ends, however that is, what has come.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class StreamObservation(ObservedCall call, ChatRequest request) : IDisposable
{
    private readonly ChatCompletionBuilder _gathered = new();
    private bool _hasBegun;

    /// <summary>Waits for the next update; false at the end. A failure is noted.</summary>
    public async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<ChatUpdate> updates)
    {
        try
        {
            Begin();
            if (!await updates.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }

            _gathered.Add(call.CapturesContent ? updates.Current : WithoutContent(updates.Current));
            return true;
        }
        catch (Exception exception)
        {
            call.Fail(exception);
            throw;
        }
    }

    public void Dispose() => ChatTags.Answer(call, _gathered.Build());

    private static ChatUpdate WithoutContent(in ChatUpdate update) => new()
    {
        ChoiceIndex = update.ChoiceIndex,
        FinishReason = update.FinishReason,
        Head = update.Head,
        Details = update.Details is { } rare ? ChatUpdateDetails.None with { Usage = rare.Usage, AdditionalProperties = rare.AdditionalProperties } : null,
    };

    private void Begin()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            ChatTags.Ask(call, request);
            call.Tag(TagName.IsStream, true);
        }
    }
}
