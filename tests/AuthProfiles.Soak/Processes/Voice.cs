using System.Text;

namespace AuthProfiles.Soak.Processes;

/// <summary>What a child process says to its parent: a line is there as a whole or not at all, also where its process is killed.</summary>
internal sealed class Voice : IDisposable
{
    // A line that was cut off has no end mark; one that was said in one piece has been written when the call returns.
    private const string EndMark = " .";

    private readonly Lock _gate = new();
    private readonly Stream _output = Console.OpenStandardOutput();

    /// <summary>Returns what a line says, or null where it was cut off.</summary>
    public static string? Understand(string line) => line.EndsWith(EndMark, StringComparison.Ordinal) ? line[..^EndMark.Length] : null;

    public void Say(string words)
    {
        var line = Encoding.UTF8.GetBytes($"{words.ReplaceLineEndings(" ")}{EndMark}\n");
        lock (_gate)
        {
            _output.Write(line);
            _output.Flush();
        }
    }

    public void Dispose() => _output.Dispose();
}
