using System.CommandLine;
using AuthProfiles.Tool.Commands;
using AuthProfiles.Tool.Output;

namespace AuthProfiles.Tool;

/// <summary>The tool from its arguments to its exit code.</summary>
internal static class ToolApplication
{
    // Files of arguments are not read: what begins with @ is an argument as it stands.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] args, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var report = new Report(surroundings, isJson: args.Contains("--json", StringComparer.Ordinal));
        var parsed = AuthProfilesCommand.Create(surroundings).Parse(args, Parsing);
        if (ParseErrors.Find(parsed) is { } errors)
        {
            return FailureReport.Usage(report, errors);
        }

        // Signals are the program's, and so is what exceptions become.
        var invocation = new InvocationConfiguration
        {
            Output = surroundings.Output,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return FailureReport.Stopped(report);
        }
        catch (UsageException error)
        {
            return FailureReport.Usage(report, error.Message);
        }
        catch (AuthorizationException error)
        {
            return FailureReport.Authorization(report, error);
        }
#pragma warning disable CA1031 // The platform would print the message, and what nobody expected may hold anything.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return FailureReport.Defect(report, error);
        }
    }
}
