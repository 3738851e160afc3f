using System.Diagnostics;

namespace AuthProfiles.Soak.Processes;

/// <summary>How this program is started once more, as another process.</summary>
internal static class Launch
{
    /// <summary>Gets the words that start it, before its own arguments.</summary>
    public static IReadOnlyList<string> Self { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet"
            ? [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "AuthProfiles.Soak.dll")]
            : [Environment.ProcessPath!];

    /// <summary>Describes a start with its output and its standard input in our hands; its errors are shown with ours.</summary>
    /// <param name="before">A program that starts it in turn, such as one that takes rights away; it is exec'd.</param>
    /// <param name="arguments">The arguments.</param>
    public static ProcessStartInfo Describe(IEnumerable<string> before, IEnumerable<string> arguments)
    {
        string[] words = [.. before, .. Self, .. arguments];
        return new(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
    }
}
