using System.Diagnostics;
using AuthProfiles;
using AuthProfiles.Zendesk;
using NativeAot.Steps;

namespace NativeAot;

internal static class Program
{
    private static readonly IStep[] Steps = [new AskAssistant(), new FindByMeaning(), new AnswerTicket(), new SignInOnTheWeb(), new KeepInDatabase()];

    private static async Task<int> Main()
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await using var desk = await HelpDesk.StartAsync();
            foreach (var step in Steps)
            {
                Console.WriteLine($"{step.Package}: {await step.RunAsync(desk)}");
            }
        }
        catch (Exception error) when (error is AuthorizationException or AzureOpenAIException or ZendeskException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }

        Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms in main.");
        return 0;
    }
}
