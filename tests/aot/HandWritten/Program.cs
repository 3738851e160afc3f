using System.Diagnostics;

namespace HandWritten;

internal static class Program
{
    private static async Task<int> Main()
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await using var desk = await HelpDesk.StartAsync();
            Console.WriteLine($"chat: {await desk.Assistant.AskAsync("Summarize: the printer is on fire.")}");
            Console.WriteLine($"embeddings: {await desk.Assistant.CountNumbersAsync(["The printer is on fire.", "Where is the exit?"])} numbers.");
            Console.WriteLine($"tickets: {await desk.Support.AnswerAsync("status:open printer")}");
            Console.WriteLine($"web: {await desk.VisitAsync()}");
        }
        catch (Exception error) when (error is HttpRequestException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }

        Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms in main.");
        return 0;
    }
}
