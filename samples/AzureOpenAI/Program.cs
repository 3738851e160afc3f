using System.ClientModel;
using System.Text;
using AuthProfiles;

namespace AzureOpenAI;

internal static class Program
{
    private static async Task<int> Main(string[] args)
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
            var arguments = Arguments.Parse(args);
            if (arguments.WantsHelp)
            {
                Console.WriteLine(Arguments.Help);
                return ExitCode.Success;
            }

            await Assistant.RunAsync(arguments, stop.Token);
            return ExitCode.Success;
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
        catch (Exception error) when (error is SettingException or AuthorizationException or AzureOpenAIException or ClientResultException or HttpRequestException)
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
