using System.Runtime.InteropServices;
using System.Text;

namespace AuthProfiles.Tool;

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
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        return await ToolApplication.RunAsync(args, Surroundings.OfProcess(), stop.Token).ConfigureAwait(false);
    }
}
