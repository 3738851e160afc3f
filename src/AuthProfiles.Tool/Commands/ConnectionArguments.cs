using System.CommandLine;

namespace AuthProfiles.Tool.Commands;

/// <summary>Whose connection a command is about.</summary>
internal sealed class ConnectionArguments
{
    public Argument<string> Profile { get; } = new("PROFILE") { Description = "The profile's name in the settings." };

    public Option<string?> Tenant { get; } = new("--tenant", "-t")
    {
        Description = "The application's own name for its customer.",
        HelpName = "NAME",
    };

    public Option<string?> User { get; } = new("--user", "-u")
    {
        Description = "The application's own name for the user. Without tenant and user it is the developer's own connection.",
        HelpName = "NAME",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Profile);
        command.Options.Add(Tenant);
        command.Options.Add(User);
    }

    public (string Profile, string? Tenant, string? User) Of(CommandCall call) => (call.Value(Profile)!, call.Value(Tenant), call.Value(User));

    /// <summary>Returns whose connection it is, in words.</summary>
    public static string Describe(string profile, string? tenant, string? user) =>
        $"{profile}{(tenant is null ? null : $" for {tenant}")}{(user is null ? null : $", user {user}")}";
}
