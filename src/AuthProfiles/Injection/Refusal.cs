using AuthProfiles.Diagnostics;

namespace AuthProfiles.Injection;

/// <summary>Words the refusal of a request. The messages name profile, place, key and cure, never a value.</summary>
internal static class Refusal
{
    public static AuthorizationException Because(InjectionRules rules, CredentialField field, string reason, string cure) =>
        Because(AuthorizationErrorKind.InjectionRefused, rules, field, reason, cure);

    /// <summary>Words the refusal of a place in the address that the profile has not spoken of: the platform's trace of the call is then not switched off.</summary>
    public static AuthorizationException Shown(InjectionRules rules, CredentialField field) =>
        Because(
            AuthorizationErrorKind.Configuration,
            rules,
            field,
            "a trace would show it there, because the profile doesn't say that its credential goes into the address",
            $"Set {nameof(ProfileTraits.ShowsInAddress)}.");

    public static AuthorizationException Conflict(InjectionRules rules, CredentialField field) =>
        Because(
            rules,
            field,
            "the request already has another value there",
            $"Take that value off the request, or set the profile's conflict rule to {nameof(ConflictRule.Replace)} or {nameof(ConflictRule.Keep)}.");

    /// <summary>Decides about a different value: true to replace it, false to keep it.</summary>
    public static bool Replaces(InjectionRules rules, CredentialField field) => rules.Conflict switch
    {
        ConflictRule.Replace => true,
        ConflictRule.Keep => false,
        _ => throw Conflict(rules, field),
    };

    private static AuthorizationException Because(AuthorizationErrorKind kind, InjectionRules rules, CredentialField field, string reason, string cure) =>
        new(kind, rules.Profile, $"Profile '{Printable.Escape(rules.Profile)}' can't put its credential into {field.Type} '{Printable.Escape(field.Key)}': {reason}. {cure}");
}
