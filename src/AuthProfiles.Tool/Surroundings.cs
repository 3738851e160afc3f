using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tool;

/// <summary>What is around the tool: where it reads and writes, and what belongs to the machine.</summary>
internal sealed record Surroundings
{
    /// <summary>Gets where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Gets where progress, hints and errors go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Gets where answers to questions come from.</summary>
    public required TextReader Input { get; init; }

    /// <summary>Gets a value indicating whether somebody sits there who can answer.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Gets the current folder.</summary>
    public required string Directory { get; init; }

    /// <summary>Gets what reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Gets what opens a browser, and says whether it could.</summary>
    public Func<Uri, bool> OpenBrowser { get; init; } = Browser.TryOpen;

    /// <summary>Gets what changes the services before anything is made of them.</summary>
    public Action<IServiceCollection> Configure { get; init; } = static _ => { };

    public static Surroundings OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Input = Console.In,
        IsInteractive = !Console.IsInputRedirected,
        Directory = Environment.CurrentDirectory,
    };
}
