using System.Diagnostics;
using AuthProfiles.AzureOpenAI.Errors;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Telemetry;

/// <summary>One call that somebody listens to. It is measured, and its span ends, when it is disposed.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ObservedCall : IDisposable
{
    private readonly Activity? _activity;
    private readonly ClientMeter _meter;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private TagList _tags;
    private string? _errorType;
    private long? _lastChunk;

    /// <summary>Initializes a new instance of the <see cref="ObservedCall"/> class.</summary>
    /// <param name="activity">The call's span, or null where it has none.</param>
    /// <param name="meter">The instruments.</param>
    /// <param name="tags">What every measurement is told by.</param>
    /// <param name="clock">The clock.</param>
    public ObservedCall(Activity? activity, ClientMeter meter, TagList tags, TimeProvider clock)
    {
        (_activity, _meter, _tags, _clock) = (activity, meter, tags, clock);
        _started = clock.GetTimestamp();
    }

    /// <summary>Gets a value indicating whether anybody sees the attributes of the span.</summary>
    public bool HasSpan => _activity is { IsAllDataRequested: true };

    /// <summary>Gets a value indicating whether the span tells what was said.</summary>
    public bool CapturesContent
    {
        get => field && HasSpan;
        init;
    }

    /// <summary>Sets an attribute of the span; what is null or empty is none.</summary>
    public void Tag(string name, object? value)
    {
        if (HasSpan && value is not (null or ""))
        {
            _activity!.SetTag(name, value);
        }
    }

    /// <summary>Notes where the request went. A placeholder is what is left of an address that no connection filled.</summary>
    public void Sent(HttpRequestMessage request)
    {
        Tag(TagName.ClientRequestId, ClientRequestId.Of(request));
        if (request.RequestUri is { IsAbsoluteUri: true } address && !address.Host.EndsWith(".invalid", StringComparison.Ordinal))
        {
            Tag(TagName.ServerAddress, address.Host);
            Tag(TagName.ServerPort, address.Port);
        }
    }

    /// <summary>Notes that there is an answer, be it an error.</summary>
    public void Answered(HttpResponseMessage response) => Tag(TagName.ServiceRequestId, RequestIds.First(response));

    /// <summary>Notes which model answered.</summary>
    public void AnsweredBy(string model)
    {
        if (model.Length > 0)
        {
            Tag(TagName.ResponseModel, model);
            _tags.Add(TagName.ResponseModel, model);
        }
    }

    /// <summary>Notes that a chunk of a stream has come.</summary>
    public void NoteChunk()
    {
        var now = _clock.GetTimestamp();
        if (_lastChunk is { } last)
        {
            _meter.TimePerOutputChunk.Record(_clock.GetElapsedTime(last, now).TotalSeconds, _tags);
        }
        else
        {
            var seconds = _clock.GetElapsedTime(_started, now).TotalSeconds;
            _meter.TimeToFirstChunk.Record(seconds, _tags);
            Tag(TagName.TimeToFirstChunk, seconds);
        }

        _lastChunk = now;
    }

    /// <summary>Notes the tokens of one kind.</summary>
    /// <param name="attribute">The span's attribute.</param>
    /// <param name="kind">The measurement's kind.</param>
    /// <param name="count">How many they are.</param>
    public void Used(string attribute, string kind, long count)
    {
        Tag(attribute, count);
        var tags = _tags;
        tags.Add(TagName.TokenType, kind);
        _meter.TokenUsage.Record(count, tags);
    }

    /// <summary>Notes why the call failed: the kind of our own errors, or else the exception's type.</summary>
    public void Fail(Exception exception)
    {
        _errorType = exception switch
        {
            AzureOpenAIException error => error.Kind.ToString(),
            AuthorizationException error => error.Kind.ToString(),
            _ => exception.GetType().FullName,
        };
        Tag(TagName.ErrorType, _errorType);
        _activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        if (_errorType is not null)
        {
            _tags.Add(TagName.ErrorType, _errorType);
        }

        _meter.Duration.Record(_clock.GetElapsedTime(_started).TotalSeconds, _tags);
        _activity?.Dispose();
    }
}
