using System.Net;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Errors;

/// <summary>Makes the exception for an answer without success.</summary>
internal static class ErrorReader
{
    private const int LargestBody = 64 * 1024;

    public static async Task<ZendeskException> ReadAsync(
        HttpRequestMessage request,
        string path,
        HttpResponseMessage response,
        BodyReader bodies,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var kind = KindOf(response.StatusCode);
        var body = await ReadBodyAsync(response.Content, bodies, cancellationToken).ConfigureAwait(false);
        if (kind == ZendeskErrorKind.Invalid && body.Code is "InvalidPaginationDepth")
        {
            kind = ZendeskErrorKind.PageLimit;
        }

        var refusal = RefusalReader.Read(kind, request, body);
        return new ZendeskException(kind, ErrorMessage.Write(kind, refusal, request, path, response, body))
        {
            Refusal = refusal,
            StatusCode = (int)response.StatusCode,
            ErrorCode = body.Code,
            Description = body.Description,
            Details = body.Details,
            IsTransient = kind is ZendeskErrorKind.RateLimited or ZendeskErrorKind.Unavailable,
            IdempotencyKey = CallHeaders.KeyOf(request),
            RetryAfter = RetryAfterReader.Read(response.Headers, time),
            RateLimits = RateLimitReader.Read(response.Headers),
            RequestId = RequestId(response),
        };
    }

    private static ZendeskErrorKind KindOf(HttpStatusCode status) => status switch
    {
        < HttpStatusCode.BadRequest => ZendeskErrorKind.UnexpectedAnswer,
        HttpStatusCode.Unauthorized => ZendeskErrorKind.Unauthorized,
        HttpStatusCode.Forbidden => ZendeskErrorKind.Forbidden,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => ZendeskErrorKind.NotFound,
        HttpStatusCode.Conflict => ZendeskErrorKind.Conflict,
        HttpStatusCode.TooManyRequests => ZendeskErrorKind.RateLimited,
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => ZendeskErrorKind.Unavailable,
        _ => ZendeskErrorKind.Invalid,
    };

    private static async Task<ErrorBody> ReadBodyAsync(HttpContent content, BodyReader bodies, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await bodies.ReadAsync(content, LargestBody, cancellationToken).ConfigureAwait(false);
            return ErrorBodyReader.Read(body.Bytes);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or HttpRequestException)
        {
            // The status is the answer; a body that does not come must not hide it.
            return ErrorBody.Empty;
        }
    }

    private static string? RequestId(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated;
        var found = headers.TryGetValues("X-Zendesk-Request-Id", out var values) || headers.TryGetValues("X-Request-Id", out values);
        return found && values.ToString() is { Length: > 0 and <= 64 } id && id.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? id
            : null;
    }
}
