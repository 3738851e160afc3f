using AuthProfiles.Relational.Tests.Infrastructure;

namespace AuthProfiles.Relational.Tests;

/// <summary>The server that all tests share: the one that the environment names, or one that is started when it is first asked for.</summary>
[SetUpFixture]
internal sealed class SharedServer
{
    public const string Variable = "AUTHPROFILES_LIVE_POSTGRES";

    private static readonly SemaphoreSlim Gate = new(1);
    private static PostgresServer? _own;

    /// <summary>Returns how to connect to it, or ignores the test.</summary>
    public static async Task<string> ConnectionStringAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        if (PostgresServer.Binaries is null)
        {
            Assert.Ignore($"{Variable} is not set and PostgreSQL is not installed, so there is no database to test against. On Debian or Ubuntu: apt-get install postgresql.");
        }

        await Gate.WaitAsync();
        try
        {
            return (_own ??= await PostgresServer.StartNewAsync()).ConnectionString;
        }
        finally
        {
            Gate.Release();
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }
}
