using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AuthProfiles.Resilience;

namespace AuthProfiles.OAuth;

/// <summary>Asks an issuer for its metadata. Whatever the network or the server does ends in metadata or a failure.</summary>
internal static class MetadataDocument
{
    /// <summary>The limit for both addresses and all attempts together, bodies and waits included.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    /// <summary>Asks at the address of OpenID Connect, which nearly every server has, and where there is nothing at that of RFC 8414.</summary>
    public static async Task<MetadataReading> ReadAsync(HttpMessageInvoker client, TimeProvider clock, MetadataQuery query)
    {
        if (!WellKnownAddress.TryReadIssuer(query.Issuer, out var issuer))
        {
            return Fail(AuthorizationErrorKind.OriginRefused, "the issuer is no https address without query and fragment, so its metadata are not asked for. Give the issuer as it writes itself");
        }

        using var deadline = new CancellationTokenSource(Deadline, clock);
        try
        {
            return await ReadAsync(WellKnownAddress.OpenId(issuer)).ConfigureAwait(false)
                ?? await ReadAsync(WellKnownAddress.OAuth(issuer)).ConfigureAwait(false)
                ?? Fail(AuthorizationErrorKind.MalformedResponse, "the issuer has no metadata (404). Check the issuer, or give the addresses themselves", HttpStatusCode.NotFound);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            var failure = TransportFailure.Of(error, safeToRepeat: true, "the issuer's metadata address");

            // Reading leaves nothing behind that could be in doubt.
            return failure.Kind == AuthorizationErrorKind.InDoubt
                ? Fail(AuthorizationErrorKind.Transient, "the request for the issuer's metadata had no whole answer")
                : MetadataReading.Of(failure);
        }

        // Null where nothing is there.
        async Task<MetadataReading?> ReadAsync(Uri address)
        {
            var call = new BoundedCall(client, address, static address => new(HttpMethod.Get, address) { Headers = { Accept = { Json } } });
            using var response = await new TokenPipeline(clock)
                .SendAsync(static (call, token) => call.SendAsync(token), call, safeToRepeat: true, deadline.Token)
                .ConfigureAwait(false);
            return response.StatusCode switch
            {
                _ when call.WasRedirected(response) => Fail(AuthorizationErrorKind.RedirectRefused, "the request for the issuer's metadata was redirected, which is never followed. Give the issuer as it writes itself", response.StatusCode),
                HttpStatusCode.OK when call.Body is { } body => MetadataReader.Read(body.Span, query, issuer),
                HttpStatusCode.OK => Fail(AuthorizationErrorKind.ResponseTooLarge, string.Create(CultureInfo.InvariantCulture, $"the issuer's metadata have more than {BoundedBody.Limit:N0} bytes"), response.StatusCode),
                HttpStatusCode.NotFound => null,
                HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => Fail(AuthorizationErrorKind.Transient, Answered(response), response.StatusCode, RetryAfter.Of(response, clock)),
                _ => Fail(AuthorizationErrorKind.MalformedResponse, $"{Answered(response)}. Check the issuer", response.StatusCode),
            };
        }
    }

    private static string Answered(HttpResponseMessage response) =>
        string.Create(CultureInfo.InvariantCulture, $"the request for the issuer's metadata was answered with {(int)response.StatusCode}");

    private static MetadataReading Fail(AuthorizationErrorKind kind, string reason, HttpStatusCode? status = null, TimeSpan? retryAfter = null) =>
        MetadataReading.Of(new TokenFailure(kind, reason) { StatusCode = (int?)status, RetryAfter = retryAfter });
}
