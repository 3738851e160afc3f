using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AuthProfiles.Credentials;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>Reads the answer of a token endpoint (RFC 6749, section 5). It throws on no input; what can't be used is a failure of a closed set.</summary>
/// <remarks>Immutable and thread-safe. The content type plays no part: too many servers send JSON under another name.</remarks>
internal sealed class TokenAnswerReader
{
    // Of protocols, not of providers: wherever they are written at all, they stand here.
    private const string IdToken = "/id_token";
    private const string IssuedTokenType = "/issued_token_type";

    // Not of RFC 6749: Entra's numbers for what its error code leaves open.
    private const string ErrorNumbers = "/error_codes";

    private readonly TokenAnswerFormat _format;
    private readonly TokenTypes _types;
    private readonly TokenErrorFinder _errors;
    private readonly AnswerPlace _places;

    /// <summary>Initializes a new instance of the <see cref="TokenAnswerReader"/> class for the format of RFC 6749.</summary>
    /// <param name="acceptedTokenTypes">Token types to take besides Bearer; compared without case.</param>
    public TokenAnswerReader(params IReadOnlyCollection<string> acceptedTokenTypes)
        : this(TokenAnswerFormat.Standard, acceptedTokenTypes)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TokenAnswerReader"/> class.</summary>
    /// <param name="format">Where the values are. A place that is no JSON Pointer is one where nothing is ever found.</param>
    /// <param name="acceptedTokenTypes">Token types to take besides Bearer; compared without case.</param>
    public TokenAnswerReader(TokenAnswerFormat format, params IReadOnlyCollection<string> acceptedTokenTypes)
    {
        _format = format;
        _types = new(acceptedTokenTypes);
        _errors = new(format);
        _places = AnswerPlace.Of(
        [
            format.AccessToken, format.TokenType, format.Expiry, format.RefreshToken, format.RefreshExpiry, format.Scope, format.Error,
            .. format.ErrorWhen.SelectMany(static rule => new[] { rule.Path, rule.Code }), .. format.Outputs.Values,
            IdToken, IssuedTokenType, ErrorNumbers,
        ]);
    }

    /// <summary>Gets what an issued token may be (RFC 8693, section 2.2.1); where this is not empty, an answer must say it. Empty by default.</summary>
    public IReadOnlyCollection<string> IssuedTokenTypes { get; init; } = [];

    /// <summary>Reads an answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="retryAfter">What the answer's Retry-After said.</param>
    /// <param name="body">The whole body, decompressed.</param>
    /// <param name="now">The time, from which instants of expiry are counted.</param>
    /// <param name="secrets">What the request carried: text of an answer that repeats any of it is not quoted.</param>
    public TokenReading Read(HttpStatusCode status, TimeSpan? retryAfter, ReadOnlySpan<byte> body, DateTimeOffset now, params IReadOnlyCollection<SecretValue> secrets)
    {
        var members = ReadMembers(body);
        var reply = new TokenReply(status, retryAfter, members, [.. secrets, .. SecretsOf(members)]);
        if ((int)status is >= 300 and <= 399)
        {
            return reply.Fail(AuthorizationErrorKind.RedirectRefused, "which is a redirect; those are never followed. Give the final address as token URL");
        }

        var isError = _errors.IsError(members, out var code);
        if (isError || IsTransient(status))
        {
            return ReadError(reply, isError, code);
        }

        if (status == HttpStatusCode.Unauthorized)
        {
            return reply.Fail(AuthorizationErrorKind.ClientRefused, "without an error code: client id or secret is wrong");
        }

        if ((int)status is < 200 or > 299)
        {
            return reply.Fail(AuthorizationErrorKind.MalformedResponse, $"without an error code: {members.Fault ?? $"it has no '{Shown(_format.Error)}'"}. Check the token URL");
        }

        return ReadToken(reply with { RefreshToken = members[_format.RefreshToken].Secret }, now);
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    private static string Shown(string? pointer) => Printable.Escape(pointer?.TrimStart('/'));

    private TokenMembers ReadMembers(ReadOnlySpan<byte> body)
    {
        var members = JsonAnswer.Read(body, _places);
        return members.IsRead || !_format.TakesForm ? members : FormAnswer.Read(body, _places);
    }

    private IEnumerable<SecretValue> SecretsOf(TokenMembers members) =>
        new[] { members[_format.AccessToken].Secret, members[_format.RefreshToken].Secret, members[IdToken].Secret }.OfType<SecretValue>();

    private TokenReading ReadError(TokenReply reply, bool isError, string? code)
    {
        var shown = reply.Quote(code);
        var standard = code is null ? null : _format.ErrorCodes.GetValueOrDefault(code);
        var kind = IsTransient(reply.Status) ? AuthorizationErrorKind.Transient : TokenErrorCodes.KindOf(standard ?? code);
        var what = new StringBuilder((shown, isError) switch
        {
            (not null, _) => " " + shown,
            (null, true) => " with an error",
            _ => string.Empty,
        });
        if (standard is not null && standard != shown)
        {
            what.Append(" (").Append(Printable.Escape(standard)).Append(')');
        }

        if (TokenErrorCodes.CureFor(standard ?? code, NumbersIn(reply.Members[ErrorNumbers])) is { } cure)
        {
            what.Append(". ").Append(cure);
        }

        return reply.Error(kind, standard ?? shown, what.ToString());
    }

    private TokenReading ReadToken(TokenReply reply, DateTimeOffset now)
    {
        var members = reply.Members;
        if (members.Fault is { } fault)
        {
            return reply.Fail(AuthorizationErrorKind.MalformedResponse, $"but its body is no token answer: {fault}. Check the token URL");
        }

        var accessToken = members[_format.AccessToken];
        if (accessToken.Type is JsonTokenType.None or JsonTokenType.Null)
        {
            return reply.Fail(AuthorizationErrorKind.MalformedResponse, $"but its body is no token answer: it has no '{Shown(_format.AccessToken)}'. Check the token URL");
        }

        if (FieldRules.HeaderFault("Authorization", accessToken.String) is { } unfit)
        {
            return reply.Fail(AuthorizationErrorKind.InvalidToken, $"with an access token that can't be used: {(accessToken.String is null ? "it is no text" : unfit)}");
        }

        var type = members[_format.TokenType];
        if (_types.Known(type) is not { } tokenType)
        {
            return reply.Fail(AuthorizationErrorKind.UnsupportedTokenType, TokenTypes.Refusal(type, reply));
        }

        var issued = members[IssuedTokenType];
        if (IssuedTokenTypes.Count > 0 && !IssuedTokenTypes.Contains(issued.String, StringComparer.Ordinal))
        {
            return issued.IsAbsent
                ? reply.Fail(AuthorizationErrorKind.MalformedResponse, $"but its body is no answer to a token exchange: it has no '{Shown(IssuedTokenType)}' (RFC 8693, section 2.2.1)")
                : reply.Fail(AuthorizationErrorKind.UnsupportedTokenType, $"with a token that was not asked for{(reply.Quote(issued.Text) is { } shown ? $": it is '{shown}'" : string.Empty)}");
        }

        return TokenReading.Of(new TokenAnswer(
            accessToken.Secret!,
            tokenType,
            TypeWasMissing: _format.TokenType is not null && type.IsAbsent,
            _format.FixedLifetime ?? TokenLifetime.Read(members[_format.Expiry], _format.ExpiryFormat, now) ?? (_format.TakesTokenExpiry ? TokenLifetime.Until(IdTokenClaims.Read(accessToken.Secret!)?.Expiry, now) : null),
            reply.RefreshToken,
            ScopeIn(members[_format.Scope]))
        {
            RefreshLifetime = TokenLifetime.Read(members[_format.RefreshExpiry], _format.ExpiryFormat, now),
            IdToken = members[IdToken].Secret,
            IssuedTokenType = issued.String,
            Outputs = OutputsIn(members),
        });
    }

    private string? ScopeIn(TokenMember scope)
    {
        var words = scope.Elements is { } elements
            ? elements.Select(static element => element.Text).OfType<string>().ToArray()
            : scope.String?.Split(_format.ScopeSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words is { Length: > 0 } ? string.Join(' ', words) : null;
    }

    private ImmutableDictionary<string, string> OutputsIn(TokenMembers members) =>
        _format.Outputs.IsEmpty
            ? _format.Outputs
            : _format.Outputs.Where(output => !members[output.Value].IsAbsent && members[output.Value].Text is not null).ToImmutableDictionary(static output => output.Key, output => members[output.Value].Text!, StringComparer.Ordinal);

    private static int[] NumbersIn(TokenMember member) =>
        [.. (member.Elements ?? []).Where(static element => element.Type == JsonTokenType.Number).Select(static element => int.TryParse(element.Text, CultureInfo.InvariantCulture, out var number) ? number : 0)];
}
