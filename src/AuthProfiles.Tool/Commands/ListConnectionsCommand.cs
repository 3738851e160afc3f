using System.CommandLine;
using AuthProfiles.Tool.Output;
using AuthProfiles.Tool.Stores;

namespace AuthProfiles.Tool.Commands;

/// <summary><c>authprofiles connections list</c>.</summary>
internal static class ListConnectionsCommand
{
    public static Command Create(Func<ParseResult, CommandCall> callOf)
    {
        var store = new StoreOptions();
        var profile = new Option<string?>("--profile", "-p") { Description = "Only the connections of this profile.", HelpName = "NAME" };
        var command = new Command("list", "Lists the stored connections, without any secret.");
        command.Options.Add(profile);
        store.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(callOf(parsed), store, parsed.GetValue(profile), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandCall call, StoreOptions store, string? profile, CancellationToken cancellationToken)
    {
        var session = call.Open(store, sends: false);
        await using (session.ConfigureAwait(false))
        {
            session.RequireStore("Connections in memory end with their process, so there are none to list.", mustExist: true);
            if (profile is not null)
            {
                session.RequireProfile(profile);
            }

            var found = new List<ConnectionSummary>();
            var isWhole = true;
            foreach (var name in profile is null ? session.Connections.Profiles : [profile])
            {
                isWhole &= await AddAsync(call.Report, session.Connections, name, found, cancellationToken).ConfigureAwait(false);
            }

            ConnectionTable.Write(call.Report, [.. found.OrderBy(static one => one.Key.Profile, StringComparer.Ordinal).ThenBy(static one => one.Key.Tenant, StringComparer.Ordinal).ThenBy(static one => one.Key.User, StringComparer.Ordinal)]);
            return isWhole ? ExitCode.Success : ExitCode.NotFine;
        }
    }

    // One profile that is wrong does not hide the connections of the others. A store that fails does fail.
    private static async Task<bool> AddAsync(Report report, IConnections connections, string profile, List<ConnectionSummary> found, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var connection in connections.ListAsync(profile, cancellationToken).ConfigureAwait(false))
            {
                found.Add(connection);
            }

            return true;
        }
        catch (AuthorizationException error) when (error.Kind == AuthorizationErrorKind.Configuration)
        {
            report.Tell($"The connections of '{profile}' are not listed. {error.Message}");
            return false;
        }
    }
}
