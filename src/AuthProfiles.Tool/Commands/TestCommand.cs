using System.CommandLine;
using AuthProfiles.Tool.Output;
using AuthProfiles.Tool.Stores;

namespace AuthProfiles.Tool.Commands;

/// <summary><c>authprofiles test</c>: does it work?</summary>
internal static class TestCommand
{
    public static Command Create(Func<ParseResult, CommandCall> callOf)
    {
        var connection = new ConnectionArguments();
        var store = new StoreOptions();
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Shows the last request and its answer, with every secret taken out." };
        var command = new Command("test", "Acquires a fresh credential, and asks the service by the profile's Probe where it has one.");
        connection.AddTo(command);
        store.AddTo(command);
        command.Options.Add(verbose);
        command.SetAction((parsed, cancellationToken) => RunAsync(callOf(parsed), connection, store, parsed.GetValue(verbose), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandCall call, ConnectionArguments connection, StoreOptions store, bool isVerbose, CancellationToken cancellationToken)
    {
        var (profile, tenant, user) = connection.Of(call);
        var session = call.Open(store, sends: true);
        await using (session.ConfigureAwait(false))
        {
            session.RequireProfile(profile);
            call.Report.Progress($"Testing {ConnectionArguments.Describe(profile, tenant, user)} …");
            var result = await session.Tester.TestAsync(profile, tenant, user, cancellationToken).ConfigureAwait(false);
            if (call.Report.IsJson)
            {
                call.Report.WriteJson(json => TestResultJson.Write(json, result, isVerbose));
            }
            else
            {
                Write(call.Report, result, isVerbose);
            }

            Hint(call.Report, session, result);
            return result.Succeeded ? ExitCode.Success : ExitCode.NotFine;
        }
    }

    private static void Write(Report report, AuthorizationTestResult result, bool isVerbose)
    {
        report.Write(ToolWords.Of(result.ToString(), result.Profile, result.Tenant, result.User));
        if (!isVerbose || result.Request is not { } request)
        {
            return;
        }

        report.Write(string.Empty);
        report.Write($"{request.Method} {request.Address}");
        WriteHeaders(report, request.Headers);
        if (result.Response is { } response)
        {
            report.Write(string.Empty);
            report.Write($"{response.StatusCode}");
            WriteHeaders(report, response.Headers);
            report.Write(string.Empty);
            report.Write(response.Body ?? "(no text)");
        }
    }

    private static void WriteHeaders(Report report, IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers.OrderBy(static header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            report.Write($"{name}: {value}");
        }
    }

    // What only shows from here.
    private static void Hint(Report report, Session session, AuthorizationTestResult result)
    {
        if (result.Error is { } error && OwnClients.Explain(error) is { } own)
        {
            report.Progress(own);
        }

        if (result.Error is { Kind: AuthorizationErrorKind.AuthorizationRequired or AuthorizationErrorKind.UnknownConnection } && session.Store is null)
        {
            report.Progress("No connection store was named, so that only connections in the settings are known: --store or --database names one.");
        }
    }
}
