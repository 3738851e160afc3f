using System.CommandLine;
using System.CommandLine.Parsing;
using AuthProfiles.Tool.Commands;

namespace AuthProfiles.Tool.Output;

/// <summary>Says what is wrong with a command line, without repeating values: a secret may stand behind a misspelt option.</summary>
internal static class ParseErrors
{
    private const int LongestName = 40;

    /// <summary>Returns what is wrong, or null where nothing is.</summary>
    public static string? Find(ParseResult parsed)
    {
        var options = UnknownOptions(parsed).ToArray();
        if (parsed.Errors.Count == 0 && options.Length == 0)
        {
            return null;
        }

        var lines = options.Length > 0 ? options
            : parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command.Subcommands is { Count: > 0 } commands ? [$"There is no such command. There are: {string.Join(", ", commands.Select(static command => command.Name))}."]
            : parsed.UnmatchedTokens.Count > 0 ? ["An argument has no place here. It is not repeated: it may be a secret."]
            : parsed.Errors.Select(static error => error.Message).Where(message => !Repeats(message, parsed)).ToArray();
        return string.Join(Environment.NewLine, [.. lines.DefaultIfEmpty("An argument is not valid."), $"Try: {CommandOf(parsed)} --help"]);
    }

    // The parser takes an option that it does not know for the value that it waits for.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(static token => token.Type != TokenType.DoubleDash)
        .Where(static token => token.Type == TokenType.Argument && token.Value is ['-', _, ..])
        .Select(static token => token.Value.Split('=', ':')[0])
        .Select(static name => IsOptionName(name) ? $"Unknown option {name}." : "An option is not known.")
        .Distinct(StringComparer.Ordinal);

    private static bool IsOptionName(string name) =>
        name.Length <= LongestName && name.TrimStart('-').All(static character => character is (>= 'a' and <= 'z') or '-');

    // Names of commands and options are the parser's own; what else was typed is the user's.
    private static bool Repeats(string message, ParseResult parsed) => parsed.Tokens
        .Any(token => token.Type == TokenType.Argument && message.Contains($"'{token.Value}'", StringComparison.Ordinal));

    private static string CommandOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result.Parent is CommandResult parent; result = parent)
        {
            names.Push(result.Command.Name);
        }

        return string.Join(' ', names.Prepend(AuthProfilesCommand.Name));
    }
}
