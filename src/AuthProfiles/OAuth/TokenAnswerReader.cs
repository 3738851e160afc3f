using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AuthProfiles.Credentials;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>Reads the answer of a token endpoint (RFC 6749, section 5). It throws on no input; what can't be used is a failure of a closed set.</summary>
/// <remarks>Immutable and thread-safe. The content type plays no part: too many servers send JSON under another name.</remarks>
/// <param name="acceptedTokenTypes">Token types to take besides Bearer; compared without case.</param>
internal sealed class TokenAnswerReader(params IReadOnlyCollection<string> acceptedTokenTypes)
{
    private const string Bearer = "Bearer";

    /// <summary>Reads an answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="retryAfter">What the answer's Retry-After said.</param>
    /// <param name="body">The whole body, decompressed.</param>
    /// <param name="secret">What the request was authenticated with: an answer that repeats it is not quoted.</param>
    public TokenReading Read(HttpStatusCode status, TimeSpan? retryAfter, ReadOnlySpan<byte> body, SecretValue? secret = null)
    {
        if ((int)status is >= 300 and <= 399)
        {
            return Fail(AuthorizationErrorKind.RedirectRefused, status, "which is a redirect; those are never followed. Give the final address as token URL");
        }

        var members = TokenMembers.Read(body);
        if (!members[TokenMembers.Error].IsAbsent || IsTransient(status))
        {
            return ReadError(status, retryAfter, members, secret);
        }

        if (status == HttpStatusCode.Unauthorized)
        {
            return Fail(AuthorizationErrorKind.ClientRefused, status, "without an error code: client id or secret is wrong");
        }

        if ((int)status is < 200 or > 299)
        {
            return Fail(AuthorizationErrorKind.MalformedResponse, status, $"without an error code: {members.Fault ?? "it has no 'error'"}. Check the token URL");
        }

        return ReadToken(status, members, secret);
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    private static TokenReading ReadError(HttpStatusCode status, TimeSpan? retryAfter, TokenMembers members, SecretValue? secret)
    {
        // An error that is no string (some APIs send an object) is an error all the same, without a code.
        var code = members[TokenMembers.Error].String;
        var kind = IsTransient(status) ? AuthorizationErrorKind.Transient : TokenErrorCodes.KindOf(code);
        var shown = IsEcho(code, secret) ? null : Printable.Escape(code);
        var reason = new StringBuilder("the token endpoint answered ").Append(CultureInfo.InvariantCulture, $"{(int)status}");
        if (shown is not null)
        {
            reason.Append(' ').Append(shown);
        }

        if (TokenErrorCodes.CureFor(code, members.ErrorNumbers) is { } cure)
        {
            reason.Append(". ").Append(cure);
        }

        return TokenReading.Of(new TokenFailure(kind, reason.ToString())
        {
            StatusCode = (int)status,
            ErrorCode = shown,
            RetryAfter = retryAfter,
        });
    }

    private TokenReading ReadToken(HttpStatusCode status, TokenMembers members, SecretValue? secret)
    {
        var refreshToken = members[TokenMembers.RefreshToken] is { IsAbsent: false, String: { } text } ? new SecretValue(text) : null;
        if (members.Fault is { } fault)
        {
            return Fail(AuthorizationErrorKind.MalformedResponse, status, $"but its body is no token answer: {fault}", refreshToken);
        }

        var accessToken = members[TokenMembers.AccessToken];
        if (accessToken.Type is JsonTokenType.None or JsonTokenType.Null)
        {
            return Fail(AuthorizationErrorKind.MalformedResponse, status, "but its body is no token answer: it has no 'access_token'. Check the token URL", refreshToken);
        }

        if (FieldRules.HeaderFault("Authorization", accessToken.String) is { } unfit)
        {
            return Fail(AuthorizationErrorKind.InvalidToken, status, $"with an access token that can't be used: {(accessToken.String is null ? "it is no text" : unfit)}", refreshToken);
        }

        var type = members[TokenMembers.TokenType];
        if (Known(type) is not { } tokenType)
        {
            return Fail(
                AuthorizationErrorKind.UnsupportedTokenType,
                status,
                $"with a token of {(IsEcho(type.Text, secret) ? "another type" : $"the type '{Printable.Escape(type.Text)}'")}, which the profile does not list. Add the type to AcceptedTokenTypes if its tokens are sent like Bearer",
                refreshToken);
        }

        return TokenReading.Of(new TokenAnswer(
            new SecretValue(accessToken.String!),
            tokenType,
            TypeWasMissing: type.IsAbsent,
            TokenLifetime.Read(members[TokenMembers.ExpiresIn]),
            refreshToken,
            members[TokenMembers.Scope].String));
    }

    private string? Known(TokenMember type)
    {
        if (type.IsAbsent)
        {
            return Bearer;
        }

        return type.String is { } name ? acceptedTokenTypes.Prepend(Bearer).FirstOrDefault(known => Ascii.EqualsIgnoreCase(known, name)) : null;
    }

    private static bool IsEcho([NotNullWhen(false)] string? text, SecretValue? secret) =>
        string.IsNullOrEmpty(text) || (secret is not null && text.Contains(secret.Reveal(), StringComparison.Ordinal));

    private static TokenReading Fail(AuthorizationErrorKind kind, HttpStatusCode status, string what, SecretValue? refreshToken = null) =>
        TokenReading.Of(new TokenFailure(kind, $"the token endpoint answered {((int)status).ToString(CultureInfo.InvariantCulture)}, {what}")
        {
            StatusCode = (int)status,
            RefreshToken = refreshToken,
        });
}
