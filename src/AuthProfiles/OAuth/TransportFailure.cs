using System.Security.Authentication;

namespace AuthProfiles.OAuth;

/// <summary>Says what it means for a token request that no answer came.</summary>
internal static class TransportFailure
{
    private const string NoAnswer = "the token request was sent and no whole answer came, so it may have been carried out";

    /// <summary>Makes the failure for an exception of the transport. Its text is not taken over: it may quote the address.</summary>
    /// <param name="error">What the transport threw.</param>
    /// <param name="safeToRepeat">Whether the grant can be asked for again without losing anything.</param>
    /// <param name="server">What was called.</param>
    public static TokenFailure Of(Exception error, bool safeToRepeat, string server = "the token endpoint") => error switch
    {
        _ when IsTls(error) => new(
            AuthorizationErrorKind.TlsFailure,
            $"no trusted connection to {server} could be made: its certificate or TLS version was refused. Check the address and the machine's certificates"),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => NotSent(server, "its name has no address"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } => NotSent(server, "the connection was refused or broke off"),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => NotSent(server, "the proxy refused"),

        // The decompressor's own complaint about an answer that is there.
        InvalidDataException => new(AuthorizationErrorKind.MalformedResponse, $"the answer of {server} can't be decompressed"),
        HttpRequestException { InnerException: TimeoutException } => InDoubt($"{NoAnswer} (it took too long)", safeToRepeat),
        _ => InDoubt(NoAnswer, safeToRepeat),
    };

    private static TokenFailure NotSent(string server, string why) =>
        new(AuthorizationErrorKind.Transient, $"{server} can't be reached: {why}. Nothing was sent");

    private static TokenFailure InDoubt(string what, bool safeToRepeat) =>
        new(AuthorizationErrorKind.InDoubt, what) { IsTransient = safeToRepeat };

    private static bool IsTls(Exception? error) =>
        error is not null && (error is AuthenticationException || IsTls(error.InnerException));
}
