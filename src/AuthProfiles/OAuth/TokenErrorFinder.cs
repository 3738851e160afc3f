using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>Says whether an answer is an error, by what its format holds for one.</summary>
internal sealed class TokenErrorFinder(TokenAnswerFormat format)
{
    /// <summary>Looks for an error.</summary>
    /// <param name="members">The answer.</param>
    /// <param name="code">The error's code as the server wrote it, or null where it has none.</param>
    public bool IsError(TokenMembers members, out string? code)
    {
        // An error that is no text (some APIs send an object) is an error all the same, without a code.
        var error = members[format.Error];
        code = TextOf(error);
        foreach (var rule in format.ErrorWhen)
        {
            if (Applies(rule, members[rule.Path]))
            {
                code = TextOf(members[rule.Code ?? rule.Path]) ?? code;
                return true;
            }
        }

        return !error.IsAbsent;
    }

    private static bool Applies(TokenErrorRule rule, TokenMember value) =>
        !value.IsAbsent && (rule.Is is null || value.Text == rule.Is) && (rule.IsNot is null || value.Text != rule.IsNot);

    private static string? TextOf(TokenMember member) =>
        member is { IsAbsent: false, Type: JsonTokenType.String or JsonTokenType.Number } ? member.Text : null;
}
