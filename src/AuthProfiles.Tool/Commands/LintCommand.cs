using System.CommandLine;
using AuthProfiles.Tool.Output;
using AuthProfiles.Tool.Settings;
using AuthProfiles.Tool.Stores;

namespace AuthProfiles.Tool.Commands;

/// <summary><c>authprofiles lint</c>: what is wrong with the settings?</summary>
internal static class LintCommand
{
    public static Command Create(Func<ParseResult, CommandCall> callOf)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "JSON files of settings, as --settings takes them. Default: those of the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = static _ => [],
        };
        var ignore = new Option<string[]>("--ignore")
        {
            Description = "The id of findings to leave out; repeatable. Such as AP001, where secrets are not here but in a vault.",
            HelpName = "ID",
            DefaultValueFactory = static _ => [],
        };
        var command = new Command("lint", "Checks all profiles and connections in the settings at once. Nothing is sent. A line for each finding: its id, how bad it is, the setting, what is wrong, the cure.")
        {
            files,
            ignore,
        };
        command.SetAction((parsed, _) => RunAsync(callOf(parsed), parsed.GetValue(files)!, parsed.GetValue(ignore)!));
        return command;
    }

    private static async Task<int> RunAsync(CommandCall call, string[] files, string[] ignored)
    {
        if (ignored.Any(static id => !IsId(id)))
        {
            throw new UsageException("--ignore takes the id of a finding, such as AP001.");
        }

        // What is kept in a store is not missing in the settings: the application's own lint has it so too.
        var session = call.Inspect(static settings => settings.Root[StoreChoice.DirectorySetting] is { Length: > 0 }, files);
        await using (session.ConfigureAwait(false))
        {
            SettingFinding[] findings = [.. ToolFindings.Of(session).Where(finding => !ignored.Contains(finding.Id, StringComparer.OrdinalIgnoreCase))];
            Write(call.Report, findings);
            Summarize(call.Report, session, findings);
            return findings.All(static finding => finding.IsWarning) ? ExitCode.Success : ExitCode.NotFine;
        }
    }

    private static bool IsId(string id) => id.Length == 5 && id.StartsWith("AP", StringComparison.OrdinalIgnoreCase) && id.Skip(2).All(char.IsAsciiDigit);

    private static void Write(Report report, IReadOnlyList<SettingFinding> findings)
    {
        if (report.IsJson)
        {
            report.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (var finding in findings)
                {
                    json.WriteFinding(finding);
                }

                json.WriteEndArray();
            });
            return;
        }

        foreach (var finding in findings)
        {
            report.Write(ShownText.OneLine($"{finding.Id} {finding.Severity()} {finding.Setting}  {finding.Message} {finding.Cure}"));
        }
    }

    private static void Summarize(Report report, Session session, SettingFinding[] findings)
    {
        foreach (var section in DeclaredProfiles.FindForeignSections(session.Settings.Root))
        {
            report.Progress($"{section} is read by no package that this tool knows, and was not looked at.");
        }

        foreach (var section in DeclaredProfiles.FindClientSections(session.Settings.Root))
        {
            report.Progress(DeclaredProfiles.DescribeClient(section));
        }

        var profiles = session.Connections.Profiles.Count;
        var errors = findings.Count(static finding => !finding.IsWarning);
        report.Progress(
            profiles == 0 ? "The settings have no profiles: none in AuthProfiles:Profiles, AuthProfiles:AzureOpenAI or AuthProfiles:Zendesk."
            : findings.Length == 0 ? $"Nothing is wrong. Profiles: {profiles}."
            : $"Errors: {errors}, warnings: {findings.Length - errors}, profiles: {profiles}. Each id is explained in docs/lint.md.");
    }
}
