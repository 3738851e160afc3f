using System.CommandLine;
using AuthProfiles.Tool.Output;
using AuthProfiles.Tool.Stores;

namespace AuthProfiles.Tool.Commands;

/// <summary><c>authprofiles connections revoke</c>.</summary>
internal static class RevokeConnectionCommand
{
    public static Command Create(Func<ParseResult, CommandCall> callOf)
    {
        var connection = new ConnectionArguments();
        var store = new StoreOptions();
        var yes = new Option<bool>("--yes", "-y") { Description = "Does not ask." };
        var command = new Command("revoke", "Deletes a stored connection, and asks the provider to revoke its grant.");
        connection.AddTo(command);
        command.Options.Add(yes);
        store.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(callOf(parsed), connection, store, parsed.GetValue(yes), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandCall call, ConnectionArguments connection, StoreOptions store, bool isAgreed, CancellationToken cancellationToken)
    {
        var (profile, tenant, user) = connection.Of(call);
        var session = call.Open(store, sends: true);
        await using (session.ConfigureAwait(false))
        {
            session.RequireProfile(profile);
            session.RequireStore("Connections in memory end with their process, so there is none to revoke.", mustExist: true);
            var whose = ConnectionArguments.Describe(profile, tenant, user);
            if (await session.Connections.FindAsync(profile, tenant, user, cancellationToken).ConfigureAwait(false) is null)
            {
                return Write(call.Report, (profile, tenant, user), isRevoked: false, $"{whose}: no connection is stored.");
            }

            if (!isAgreed && !await AskAsync(call, whose, cancellationToken).ConfigureAwait(false))
            {
                return Write(call.Report, (profile, tenant, user), isRevoked: false, $"{whose}: left as it is.");
            }

            var had = await session.Connections.DisconnectAsync(profile, tenant, user, cancellationToken).ConfigureAwait(false);
            return Write(call.Report, (profile, tenant, user), had, had ? $"{whose}: disconnected." : $"{whose}: somebody else was faster.");
        }
    }

    private static async Task<bool> AskAsync(CommandCall call, string whose, CancellationToken cancellationToken)
    {
        if (!call.Surroundings.IsInteractive || call.Report.IsJson)
        {
            throw new UsageException("Nobody is there to ask whether to revoke. Give --yes.");
        }

        call.Report.Tell($"Revoke the connection {whose}? Its owner would have to consent again. [y/N]");
        var answer = await call.Surroundings.Input.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        return answer?.Trim() is "y" or "Y" or "yes" or "YES" or "Yes";
    }

    private static int Write(Report report, (string Profile, string? Tenant, string? User) whose, bool isRevoked, string line)
    {
        if (report.IsJson)
        {
            report.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteConnection(whose.Profile, whose.Tenant, whose.User);
                json.WriteBoolean("revoked", isRevoked);
                json.WriteEndObject();
            });
        }
        else
        {
            report.Write(line);
        }

        return isRevoked ? ExitCode.Success : ExitCode.NotFine;
    }
}
