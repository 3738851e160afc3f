namespace WebConnect;

/// <summary>What the command line says.</summary>
/// <param name="WantsHelp">Whether only the help is wanted.</param>
/// <param name="Directory">Where everything is kept; null for the place of the settings, or else the user's own.</param>
/// <param name="Urls">Where the pages are; null for the place of the settings, or else the default.</param>
internal sealed record Arguments(bool WantsHelp, string? Directory, string? Urls)
{
    public const string DefaultUrls = "http://localhost:5080";

    public const string Help = """
        A small support desk on the web: two users, each with their own connections to Zendesk and Azure OpenAI.

          dotnet run --project samples/WebConnect [-- --urls URL] [--data DIR]

        Without settings local services stand in for both, with a login and a consent page of their own.
          --urls URL  shows the pages there. The default is http://localhost:5080; port 0 is any that is free (http://127.0.0.1:0).
          --data DIR  keeps the connections and their keys there.
          --help      prints this.

        With the sections AuthProfiles:Profiles:zendesk and AuthProfiles:Profiles:azure-openai (appsettings.json beside Program.cs, user
        secrets, environment) it works with real accounts, and WRITES comments and tags there. See samples/README.md.

        Exit code: 0 stopped, 1 a setting is wrong or the program could not start, 2 wrong arguments.
        """;

    public static Arguments Parse(string[] args)
    {
        var read = new Arguments(WantsHelp: false, Directory: null, Urls: null);
        while (args.Length > 0)
        {
            (read, args) = args switch
            {
                ["--help" or "-h" or "-?", .. var rest] => (read with { WantsHelp = true }, rest),
                ["--data", { Length: > 0 } directory, .. var rest] => (read with { Directory = directory }, rest),
                ["--urls", { Length: > 0 } urls, .. var rest] => (read with { Urls = urls }, rest),
                ["--data", ..] => throw new UsageException("--data needs the name of a directory."),
                ["--urls", ..] => throw new UsageException("--urls needs an address, such as http://localhost:5080."),
                _ => throw new UsageException($"Unknown argument: {args[0]}. Try --help."),
            };
        }

        return read;
    }
}
