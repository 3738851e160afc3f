using System.Text;
using AuthProfiles;

namespace WebConnect;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            if (Arguments.Parse(args).WantsHelp)
            {
                Console.WriteLine(Arguments.Help);
                return ExitCode.Success;
            }

            await using var app = await SupportDesk.StartAsync(args);
            Console.WriteLine($"Open {app.Address} in a browser. Ctrl-C stops.");
            await app.WaitForShutdownAsync();
            return ExitCode.Success;
        }
        catch (UsageException error)
        {
            return Fail(error, ExitCode.Usage);
        }
        catch (Exception error) when (error is SettingException or AuthorizationException or IOException)
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
