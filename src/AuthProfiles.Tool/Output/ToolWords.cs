using System.Text.RegularExpressions;
using AuthProfiles.Tool.Commands;

namespace AuthProfiles.Tool.Output;

/// <summary>Says by a command what the library says by a call of a program: who sits at a shell has no <c>connections</c> to call.</summary>
internal static partial class ToolWords
{
    /// <summary>Returns sentences about one connection with the command that asks for its consent in place of the calls that do.</summary>
    public static string Of(string sentences, string profile, string? tenant, string? user) =>
        ConsentCall().Replace(sentences, _ => LogIn(profile, tenant, user));

    private static string LogIn(string profile, string? tenant, string? user) =>
        $"{AuthProfilesCommand.Name} login{(profile.Length == 0 ? null : $" {Word(profile)}")}{(tenant is null ? null : $" --tenant {Word(tenant)}")}{(user is null ? null : $" --user {Word(user)}")}";

    // As a shell takes it for one word, whatever a name holds.
    private static string Word(string name) =>
        name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '@') ? name : $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("""connections\.(?:StartAsync|LogInAsync)(?:\((?:"[^"]*"|[^")])*\))?(?:,? or LogInAsync(?: in a program without web pages)?)?""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ConsentCall();
}
