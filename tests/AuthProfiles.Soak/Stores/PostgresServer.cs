namespace AuthProfiles.Soak.Stores;

/// <summary>The PostgreSQL server that is given to this program.</summary>
internal static class PostgresServer
{
    private const string Variable = "AUTHPROFILES_LIVE_POSTGRES";

    public static bool IsThere => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <exception cref="UnavailableException">There is none.</exception>
    public static string ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
        ? text
        : throw new UnavailableException($"No PostgreSQL: set {Variable}, or run this by ../shared/tools/contracts/run --only postgres -- COMMAND.");
}
