namespace Quickstart;

/// <summary>What the command line says.</summary>
/// <param name="TicketsFile">The tickets for the local services; null for those of the sample.</param>
/// <param name="WantsHelp">Whether only the help is wanted.</param>
internal sealed record Arguments(string? TicketsFile, bool WantsHelp)
{
    public const string Help = """
        Triages the open support tickets of several customers: Zendesk has the tickets, Azure OpenAI reads them.

          dotnet run --project samples/Quickstart [-- --tickets FILE]

        Without settings it starts local services on free ports and works on samples/Quickstart/tickets.jsonl.
          --tickets FILE  loads the local services with your own tickets: one JSON object a line with subject, and if you like description,
                          requester {name, email}, priority, status, tags, created_at, language and tenant (acme or globex).
          --help          prints this.

        With the sections AuthProfiles:AzureOpenAI:assistant and AuthProfiles:Zendesk:support (appsettings.json beside Program.cs, user secrets,
        environment) it works on real accounts, one tenant for each child of Connections. There it WRITES: each open ticket that has no tag
        quickstart_triaged gets an internal comment and tags. See samples/README.md.

        Exit code: 0 all done, 1 a setting or a step failed, 2 wrong arguments or tickets file, 130 stopped by Ctrl-C.
        """;

    public static Arguments Parse(string[] args) => args switch
    {
        [] => new(null, WantsHelp: false),
        ["--help" or "-h" or "-?"] => new(null, WantsHelp: true),
        ["--tickets", { Length: > 0 } file] => new(file, WantsHelp: false),
        ["--tickets"] => throw new UsageException("--tickets needs the name of a file."),
        _ => throw new UsageException($"Unknown arguments: {string.Join(' ', args)}. Try --help."),
    };
}
