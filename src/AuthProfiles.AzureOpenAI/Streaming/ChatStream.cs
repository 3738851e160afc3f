using System.Runtime.CompilerServices;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Errors;
using AuthProfiles.AzureOpenAI.Telemetry;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>One answer as it comes. It ends as the service ended it, or with a typed error: never silently before.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ChatStream : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly TimeProvider _clock;
    private readonly ObservedCall? _observed;
    private readonly BodyDeadline _deadline;
    private readonly CancellationToken _cancellationToken;
    private readonly EventParser _events = new();
    private readonly ChunkReader _chunks;
    private Stream? _body;
    private bool _hasChunks;
    private bool _isDone;
    private bool _isAtEnd;

    /// <summary>Initializes a new instance of the <see cref="ChatStream"/> class.</summary>
    /// <param name="choiceCount">How many answers were asked for.</param>
    /// <param name="response">The answer, whose headers have come. It stays the caller's.</param>
    /// <param name="idle">How long it may stay silent.</param>
    /// <param name="total">How long it may take.</param>
    /// <param name="clock">The clock of both.</param>
    /// <param name="observed">Who listens to the chunks, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ChatStream(int choiceCount, HttpResponseMessage response, TimeSpan idle, TimeSpan total, TimeProvider clock, ObservedCall? observed, CancellationToken cancellationToken)
    {
        _observed = observed;
        _response = response;
        _clock = clock;
        _cancellationToken = cancellationToken;
        _deadline = new(idle, total, clock, cancellationToken);
        _chunks = new(RequestIds.First(response), ClientRequestId.Of(response), choiceCount);
    }

    /// <summary>Gives out the next update; false until more has come.</summary>
    /// <exception cref="AzureOpenAIException">The service sent an error, or what is no chunk.</exception>
    /// <exception cref="OperationCanceledException">The caller wants no more, whatever has come.</exception>
    public bool TryRead(out ChatUpdate update)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        while (!_chunks.Updates.TryTake(out update))
        {
            if (_isDone || !_events.TryRead(out var found))
            {
                return false;
            }

            Take(found);
        }

        return true;
    }

    /// <summary>Waits for more; false at the end.</summary>
    /// <exception cref="AzureOpenAIException">The stream stalled, broke off, ended before the answer or is none.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> FillAsync()
    {
        if (_isDone || _isAtEnd)
        {
            ThrowIfCut();
            return false;
        }

        var memory = _events.GetMemory();
        if (memory.IsEmpty)
        {
            throw ErrorAnswer.TooLarge(_response, EventParser.LongestEvent);
        }

        var count = await ReadAsync(memory).ConfigureAwait(false);
        _events.Advance(count);
        _isAtEnd = count == 0;
        return !(_isAtEnd && _events.IsJson) ? true : throw NoStream();
    }

    public void Dispose()
    {
        _deadline.Dispose();
        _events.Dispose();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadAsync(Memory<byte> memory)
    {
        try
        {
            _deadline.ThrowIfOver();
            _body ??= await _deadline.WaitAsync(new ValueTask<Stream>(_response.Content.ReadAsStreamAsync(_deadline.Token))).ConfigureAwait(false);
            var count = await _deadline.WaitAsync(_body.ReadAsync(memory, _deadline.Token)).ConfigureAwait(false);
            _deadline.ThrowIfOver();
            return count;
        }
        catch (Exception exception)
        {
            _events.Abandon();
            _cancellationToken.ThrowIfCancellationRequested();
            if (_deadline.HasPassed)
            {
                throw ErrorAnswer.Stalled(_response, exception);
            }

            if (exception is IOException or HttpRequestException)
            {
                throw ErrorAnswer.Interrupted(_response, exception);
            }

            throw;
        }
    }

    private void Take(ServerEvent found)
    {
        var data = found.Data.Trim(" \t\n"u8);
        if (found.Name.SequenceEqual("error"u8))
        {
            throw ErrorAnswer.Create(_response, data, _clock);
        }

        if (data.SequenceEqual("[DONE]"u8))
        {
            _isDone = true;
        }
        else if (!data.IsEmpty && Read(found.Name, data) is var content && (content == ChunkContent.Error || (content == ChunkContent.FlatError && IsOrdinary(found.Name))))
        {
            throw ErrorAnswer.Create(_response, data, _clock);
        }
    }

    private ChunkContent Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        try
        {
            var content = _chunks.Read(data);
            if (content == ChunkContent.Chunk)
            {
                _hasChunks = true;
                _observed?.NoteChunk();
            }

            return content;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            _chunks.Updates.Clear();
            if (!IsOrdinary(name))
            {
                // An event that the service has and this version doesn't know.
                return ChunkContent.Other;
            }

            throw _isAtEnd ? ErrorAnswer.Cut(_response) : ErrorAnswer.Malformed(_response, exception);
        }
    }

    private static bool IsOrdinary(ReadOnlySpan<byte> name) => name.IsEmpty || name.SequenceEqual("message"u8);

    // With the last event, [DONE], the service says that all is sent. Without it each answer that was asked for has to have ended.
    private void ThrowIfCut()
    {
        if (_isDone ? !_hasChunks : !_events.IsStream)
        {
            throw ErrorAnswer.NoStream(_response);
        }

        if (!_isDone && !_chunks.Choices.HaveEnded)
        {
            throw ErrorAnswer.Cut(_response);
        }
    }

    private AzureOpenAIException NoStream()
    {
        var error = ErrorBodyReader.Read(_events.Kept);
        return error.IsEmpty ? ErrorAnswer.NoStream(_response) : ErrorAnswer.Create(_response, error, _clock);
    }
}
