using AuthProfiles.Settings;

namespace AuthProfiles.OAuth;

/// <summary>The settings of the format of a token answer. A place that the answer lacks is written <c>none</c>.</summary>
internal static class TokenAnswerSettings
{
    public static readonly SettingList<SettingDraft<TokenAnswerFormat>> All = new SettingList<SettingDraft<TokenAnswerFormat>>()
        .Text(nameof(TokenAnswerFormat.AccessToken), "Where the access token is, as a JSON Pointer.", o => o.Value.AccessToken, (o, v) => o.Value = o.Value with { AccessToken = v })
        .Text(nameof(TokenAnswerFormat.TokenType), "Where the token's type is; none: it is Bearer.", o => o.Value.TokenType, (o, v) => o.Value = o.Value with { TokenType = OrNone(v) })
        .Text(nameof(TokenAnswerFormat.Expiry), "Where the access token's expiry is, or none.", o => o.Value.Expiry, (o, v) => o.Value = o.Value with { Expiry = OrNone(v) })
        .Choice<ExpiryFormat>(nameof(TokenAnswerFormat.ExpiryFormat), "How expiries are written.", o => o.Value.ExpiryFormat, (o, v) => o.Value = o.Value with { ExpiryFormat = v })
        .Duration(nameof(TokenAnswerFormat.FixedLifetime), "How long every access token lives, whatever the answer says.", TimeSpan.FromSeconds(1), TokenLifetime.Longest, o => o.Value.FixedLifetime, (o, v) => o.Value = o.Value with { FixedLifetime = v })
        .Flag(nameof(TokenAnswerFormat.TakesTokenExpiry), "Whether an access token that is a JSON Web Token says itself when it expires, where the answer does not.", o => o.Value.TakesTokenExpiry, (o, v) => o.Value = o.Value with { TakesTokenExpiry = v })
        .Text(nameof(TokenAnswerFormat.RefreshToken), "Where the refresh token is, or none.", o => o.Value.RefreshToken, (o, v) => o.Value = o.Value with { RefreshToken = OrNone(v) })
        .Text(nameof(TokenAnswerFormat.RefreshExpiry), "Where the refresh token's expiry is, or none.", o => o.Value.RefreshExpiry, (o, v) => o.Value = o.Value with { RefreshExpiry = OrNone(v) })
        .Text(nameof(TokenAnswerFormat.Scope), "Where the granted scope is, or none.", o => o.Value.Scope, (o, v) => o.Value = o.Value with { Scope = OrNone(v) })
        .Text(nameof(TokenAnswerFormat.ScopeSeparator), "What separates the words of a scope.", o => o.Value.ScopeSeparator, (o, v) => o.Value = o.Value with { ScopeSeparator = v })
        .Text(nameof(TokenAnswerFormat.Error), "Where an error's code is, or none.", o => o.Value.Error, (o, v) => o.Value = o.Value with { Error = OrNone(v) })
        .RecordList(nameof(TokenAnswerFormat.ErrorWhen), ErrorRule(), new(string.Empty), o => o.Value.ErrorWhen, (o, v) => o.Value = o.Value with { ErrorWhen = v })
        .RecordMap(nameof(TokenAnswerFormat.ErrorCodes), "The standard's codes for the service's own ones.", o => o.Value.ErrorCodes, (o, v) => o.Value = o.Value with { ErrorCodes = v })
        .Flag(nameof(TokenAnswerFormat.TakesForm), "Whether an answer that is no JSON is read as a form.", o => o.Value.TakesForm, (o, v) => o.Value = o.Value with { TakesForm = v })
        .RecordMap(nameof(TokenAnswerFormat.Outputs), "What else is kept for templates: names and where the values are.", o => o.Value.Outputs, (o, v) => o.Value = o.Value with { Outputs = v });

    private static SettingList<SettingDraft<TokenErrorRule>> ErrorRule() => new SettingList<SettingDraft<TokenErrorRule>>()
        .Text(nameof(TokenErrorRule.Path), "Where the value is that makes an answer an error, as a JSON Pointer.", o => o.Value.Path, (o, v) => o.Value = o.Value with { Path = v })
        .Text(nameof(TokenErrorRule.Is), "The value that makes the answer an error.", o => o.Value.Is, (o, v) => o.Value = o.Value with { Is = v })
        .Text(nameof(TokenErrorRule.IsNot), "The value beside which any other makes the answer an error.", o => o.Value.IsNot, (o, v) => o.Value = o.Value with { IsNot = v })
        .Text(nameof(TokenErrorRule.Code), "Where the error's code is; without it, the value is the code.", o => o.Value.Code, (o, v) => o.Value = o.Value with { Code = v });

    // A blank setting counts as missing, and no pointer reads so.
    private static string? OrNone(string pointer) => string.Equals(pointer, "none", StringComparison.OrdinalIgnoreCase) ? null : pointer;
}
