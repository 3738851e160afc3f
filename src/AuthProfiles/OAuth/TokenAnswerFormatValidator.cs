using AuthProfiles.Diagnostics;
using AuthProfiles.Templates;

namespace AuthProfiles.OAuth;

/// <summary>Finds what is wrong with the format of a token answer.</summary>
internal static class TokenAnswerFormatValidator
{
    private const string Pointer = "a JSON Pointer of one to eight steps, such as /data/access_token";

    /// <summary>Calls <paramref name="refuse"/> with the member's name, and the words that follow "set it to", for each fault.</summary>
    public static void Check(TokenAnswerFormat format, Action<string, string> refuse)
    {
        CheckPlaces(format, refuse);
        CheckErrors(format, refuse);
        foreach (var (name, pointer) in format.Outputs)
        {
            RefuseIf(name.Length == 0 || TemplateSyntax.NameLength(name) != name.Length, nameof(format.Outputs), $"names that templates can have, with letters, digits, '_' and '-', so not '{Printable.Escape(name)}'", refuse);
            RefuseIf(!IsPointer(pointer), $"{nameof(format.Outputs)}:{Printable.Escape(name)}", Pointer, refuse);
        }

        RefuseIf(!Enum.IsDefined(format.ExpiryFormat), nameof(format.ExpiryFormat), $"one of {string.Join(", ", Enum.GetNames<ExpiryFormat>())}", refuse);
        RefuseIf(format.ScopeSeparator is not { Length: > 0 }, nameof(format.ScopeSeparator), "one character or more", refuse);
        RefuseIf(format.FixedLifetime is { } time && (time < TimeSpan.FromSeconds(1) || time > TokenLifetime.Longest), nameof(format.FixedLifetime), "a time from 1 second to 3,650 days, or leave it out", refuse);
    }

    private static void CheckPlaces(TokenAnswerFormat format, Action<string, string> refuse)
    {
        RefuseIf(!IsPointer(format.AccessToken), nameof(format.AccessToken), Pointer, refuse);
        foreach (var (name, pointer) in new[]
        {
            (nameof(format.TokenType), format.TokenType),
            (nameof(format.Expiry), format.Expiry),
            (nameof(format.RefreshToken), format.RefreshToken),
            (nameof(format.RefreshExpiry), format.RefreshExpiry),
            (nameof(format.Scope), format.Scope),
            (nameof(format.Error), format.Error),
        })
        {
            RefuseIf(pointer is not null && !IsPointer(pointer), name, Pointer, refuse);
        }
    }

    private static void CheckErrors(TokenAnswerFormat format, Action<string, string> refuse)
    {
        for (var i = 0; i < format.ErrorWhen.Length; i++)
        {
            var (rule, name) = (format.ErrorWhen[i], $"{nameof(format.ErrorWhen)}:{i}");
            RefuseIf(!IsPointer(rule.Path), $"{name}:{nameof(rule.Path)}", Pointer, refuse);
            RefuseIf(rule.Code is not null && !IsPointer(rule.Code), $"{name}:{nameof(rule.Code)}", Pointer, refuse);
            RefuseIf(rule is { Is: not null, IsNot: not null }, name, $"a rule with {nameof(rule.Is)} or {nameof(rule.IsNot)}, not both", refuse);
        }

        RefuseIf(format.ErrorCodes.Any(static pair => pair.Key.Length == 0 || pair.Value.Length == 0), nameof(format.ErrorCodes), "codes that are not empty", refuse);
    }

    private static bool IsPointer(string? text) => AnswerPointer.StepsOf(text) is not null;

    private static void RefuseIf(bool wrong, string name, string allowed, Action<string, string> refuse)
    {
        if (wrong)
        {
            refuse(name, allowed);
        }
    }
}
