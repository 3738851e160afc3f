namespace AzureOpenAI;

/// <summary>What the command line says.</summary>
/// <param name="Steps">The steps to take, all of them by default.</param>
/// <param name="WantsHelp">Whether only the help is wanted.</param>
internal sealed record Arguments(IReadOnlyList<string> Steps, bool WantsHelp)
{
    public const string Help = """
        Asks Azure OpenAI for what programs ask for, each in a step of its own.

          dotnet run --project samples/AzureOpenAI [-- STEP …]

          ask         a question and its answer, by IChatClient
          stream      an answer that is shown while it is made
          tools       the model calls a function of the program
          structured  the answer is a C# record
          search      texts are found by their meaning, by IEmbeddingGenerator
          official    the official OpenAI client, authorized by the same profile

        Without settings it starts a local service. With the section AuthProfiles:AzureOpenAI:assistant (appsettings.json beside Program.cs,
        user secrets, environment) it asks a real resource, which costs some cents at the most. See samples/README.md.

        Exit code: 0 all done, 1 a setting or a step failed, 2 wrong arguments, 130 stopped by Ctrl-C.
        """;

    private static readonly string[] All = ["ask", "stream", "tools", "structured", "search", "official"];

    public static Arguments Parse(string[] args)
    {
        if (args is ["--help" or "-h" or "-?"])
        {
            return new([], WantsHelp: true);
        }

        return Array.Find(args, static step => !All.Contains(step, StringComparer.Ordinal)) is { } unknown
            ? throw new UsageException($"There is no step '{unknown}'. Try --help.")
            : new(args.Length == 0 ? All : args, WantsHelp: false);
    }
}
