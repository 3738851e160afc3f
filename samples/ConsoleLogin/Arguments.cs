namespace ConsoleLogin;

/// <summary>What the command line says.</summary>
/// <param name="Device">Whether to log in by a code that is entered on another device.</param>
/// <param name="NoBrowser">Whether no browser is to be opened here.</param>
/// <param name="LogOut">Whether to disconnect instead.</param>
/// <param name="WantsHelp">Whether only the help is wanted.</param>
/// <param name="Directory">Where the connection is kept; null for the place of the settings, or else the user's own.</param>
internal sealed record Arguments(bool Device, bool NoBrowser, bool LogOut, bool WantsHelp, string? Directory)
{
    public const string Help = """
        Calls a service as you. The first time you log in; after that the connection is kept, encrypted, and no login is needed.

          dotnet run --project samples/ConsoleLogin [-- --device] [--no-browser] [--directory DIR] [--logout]

        Without settings a local provider stands in, whose users consent by themselves.
          --device         logs in by a code that you enter on any device (RFC 8628), in place of a browser on this machine (RFC 8252).
          --no-browser     opens no browser: shows the address instead. At the local provider nobody needs to go there.
          --directory DIR  keeps the connection there.
          --logout         disconnects: deletes the connection, and asks the provider to revoke its grant.
          --help           prints this.

        With the section AuthProfiles:Profiles:account (appsettings.json beside Program.cs, user secrets, environment) it works with a real
        provider. See samples/README.md.

        Exit code: 0 all done, 1 a setting, the login or the service failed, 2 wrong arguments, 130 stopped by Ctrl-C.
        """;

    public static Arguments Parse(string[] args)
    {
        var read = new Arguments(Device: false, NoBrowser: false, LogOut: false, WantsHelp: false, Directory: null);
        while (args.Length > 0)
        {
            (read, args) = args switch
            {
                ["--device", .. var rest] => (read with { Device = true }, rest),
                ["--no-browser", .. var rest] => (read with { NoBrowser = true }, rest),
                ["--logout", .. var rest] => (read with { LogOut = true }, rest),
                ["--help" or "-h" or "-?", .. var rest] => (read with { WantsHelp = true }, rest),
                ["--directory", { Length: > 0 } directory, .. var rest] => (read with { Directory = directory }, rest),
                ["--directory", ..] => throw new UsageException("--directory needs the name of a directory."),
                _ => throw new UsageException($"Unknown argument: {args[0]}. Try --help."),
            };
        }

        return read;
    }
}
