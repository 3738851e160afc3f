using System.Globalization;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>Makes the exceptions of answers.</summary>
internal static class ErrorAnswer
{
    /// <summary>Makes the exception of an answer whose status, or whose body in spite of its status, is an error.</summary>
    public static AzureOpenAIException Create(HttpResponseMessage response, ReadOnlySpan<byte> utf8, TimeProvider clock) =>
        Create(response, ErrorBodyReader.Read(utf8), clock);

    /// <summary>Makes the exception of an error that was read already.</summary>
    public static AzureOpenAIException Create(HttpResponseMessage response, ErrorBody body, TimeProvider clock)
    {
        var status = (int)response.StatusCode;
        // A success with an error in its body has only the code to go by.
        var kind = ErrorClassifier.Classify(response.IsSuccessStatusCode ? ErrorStatus.Of(body) : status, body);
        var code = Shown(body.Code);
        var innerCode = Shown(body.InnerCode);
        var said = body.Message is { Length: > 0 } message ? ServerText.Show(message) : null;
        var ids = RequestIds.All(response);
        var codes = string.Join('/', new[] { code, innerCode }.Where(part => part is not null && !string.Equals(part, status.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        var what = string.Create(CultureInfo.InvariantCulture, $"Azure OpenAI answered {status}{(codes.Length > 0 ? " " : string.Empty)}{codes}.");
        var sentence = said is not null ? $" It says: \"{said}\"" : body.IsEmpty ? " The body is no error of the service: a gateway may have answered." : null;
        var wait = RetryAfterHeaders.Read(response, clock);
        var asks = wait is { } delay ? string.Create(CultureInfo.InvariantCulture, $" It asks to wait {delay.TotalSeconds:0.###} s.") : null;
        return new(kind, Join(what + sentence + asks, kind, ids.Select(id => $" {id.Key}: {id.Value}.")))
        {
            StatusCode = status,
            Code = code,
            InnerCode = innerCode,
            Parameter = Shown(body.Parameter),
            ServiceMessage = said,
            ContentFilter = body.ContentFilter is { } filter ? new ContentFilterResults(filter) : null,
            RequestIds = ids,
            RetryAfter = wait,
            RateLimits = new(response.Headers),
        };
    }

    /// <summary>Makes the exception of a success whose body is no answer: the error that it holds, or that it holds nothing known.</summary>
    public static AzureOpenAIException NoAnswer(HttpResponseMessage response, ReadOnlySpan<byte> utf8, TimeProvider clock)
    {
        var error = ErrorBodyReader.Read(utf8);
        return error.IsEmpty ? Malformed(response, null) : Create(response, error, clock);
    }

    public static AzureOpenAIException Malformed(HttpResponseMessage response, Exception? cause) => Broken(
        AzureOpenAIErrorKind.MalformedAnswer, response, Shown(cause), "with success and a body that is no answer of the operation. Check that Endpoint is the resource, not a page or a gateway before it.");

    // A reader's message quotes what it found; the place says enough.
    private static Exception? Shown(Exception? cause) => cause is JsonException fault && fault.GetType() != typeof(JsonException)
        ? new JsonException(string.Create(CultureInfo.InvariantCulture, $"No JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."))
        : cause;

    public static AzureOpenAIException NoStream(HttpResponseMessage response) => Broken(
        AzureOpenAIErrorKind.MalformedAnswer, response, null, "with success and a body that is no stream of events, although a stream was asked for. Check what stands between the client and the resource.");

    public static AzureOpenAIException Cut(HttpResponseMessage response) => Broken(
        AzureOpenAIErrorKind.AnswerInterrupted, response, null, "and its stream ended before the answer did.");

    public static AzureOpenAIException TooLarge(HttpResponseMessage response, int longest) => Broken(
        AzureOpenAIErrorKind.AnswerTooLarge, response, null, string.Create(CultureInfo.InvariantCulture, $"with more than {longest} bytes, which is never read."));

    public static AzureOpenAIException Stalled(HttpResponseMessage response, Exception cause) => Broken(
        AzureOpenAIErrorKind.AnswerStalled, response, cause, "and its body then stayed silent for longer than BodyIdleTimeout, or took longer than the client's Timeout.");

    public static AzureOpenAIException Interrupted(HttpResponseMessage response, Exception cause) => Broken(
        AzureOpenAIErrorKind.AnswerInterrupted, response, cause, "and the connection broke within the body.");

    private static AzureOpenAIException Broken(AzureOpenAIErrorKind kind, HttpResponseMessage response, Exception? cause, string what)
    {
        var status = (int)response.StatusCode;
        var ids = RequestIds.All(response);
        var sentence = string.Create(CultureInfo.InvariantCulture, $"Azure OpenAI answered {status} {what}");
        return new(kind, Join(sentence, kind, ids.Select(id => $" {id.Key}: {id.Value}.")), cause)
        {
            StatusCode = status,
            RequestIds = ids,
            RateLimits = new(response.Headers),
        };
    }

    private static string Join(string what, AzureOpenAIErrorKind kind, IEnumerable<string> ids) =>
        what + (ErrorHint.For(kind) is { } hint ? " " + hint : null) + string.Concat(ids);

    private static string? Shown(string? text) => string.IsNullOrEmpty(text) ? null : ServerText.Show(text, 80);
}
