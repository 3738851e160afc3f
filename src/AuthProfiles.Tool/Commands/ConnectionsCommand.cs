using System.CommandLine;

namespace AuthProfiles.Tool.Commands;

/// <summary><c>authprofiles connections</c>: what is kept.</summary>
internal static class ConnectionsCommand
{
    public static Command Create(Func<ParseResult, CommandCall> callOf) => new("connections", "Shows and ends stored connections. Those in settings or code are not stored.")
    {
        ListConnectionsCommand.Create(callOf),
        RevokeConnectionCommand.Create(callOf),
    };
}
