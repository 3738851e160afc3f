using System.Text;
using AuthProfiles;
using AuthProfiles.Zendesk;

namespace Zendesk;

/// <summary>The program.</summary>
public static class Program
{
    /// <summary>Runs it.</summary>
    /// <param name="args">What the command line says.</param>
    /// <returns>How it ended.</returns>
    public static async Task<int> Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The second time the platform ends the program at once.
            pressed.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        };
        try
        {
            if (Arguments.Parse(args).WantsHelp)
            {
                Console.WriteLine(Arguments.Help);
                return ExitCode.Success;
            }

            return await Desk.RunAsync(args, cancellationToken: stop.Token) ? ExitCode.Success : ExitCode.Failure;
        }
        catch (UsageException error)
        {
            return Fail(error, ExitCode.Usage);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped.");
            return ExitCode.Stopped;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("The service took too long to answer.");
            return ExitCode.Failure;
        }
        catch (Exception error) when (error is SettingException or AuthorizationException or ZendeskException or HttpRequestException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            return Fail(error, ExitCode.Failure);
        }
    }

    private static int Fail(Exception error, int exitCode)
    {
        Console.Error.WriteLine(error.Message);
        return exitCode;
    }
}
