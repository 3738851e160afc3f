namespace AuthProfiles.Relational.Tests.Infrastructure;

/// <summary>Tests that each have a schema of their own.</summary>
public abstract class DatabaseTests
{
    private protected static readonly ConnectionKey Key = new("calendar", "acme", "mia");

    private TestDatabase? _database;

    private protected TestDatabase Database => _database!;

    [SetUp]
    public async Task CreateAsync() => _database = await TestDatabase.CreateAsync();

    [TearDown]
    public async Task DropAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>Returns a connection that is told from others by its label.</summary>
    private protected static Connection Labelled(string label, ConnectionKey? key = null) => new()
    {
        Key = key ?? Key,
        AccountLabel = label,
        Grant = new() { AccessToken = $"access-{label}", RefreshToken = $"refresh-{label}", ObtainedAt = AuthProfiles.Testing.ManualClock.Start },
    };

    /// <summary>Asserts that a call fails with the one typed error, which repeats nothing of a driver's message.</summary>
    private protected static async Task<AuthorizationException> FailsAsync(Func<Task> call, bool isTransient = true)
    {
        var error = await Assert.ThrowsAsync<AuthorizationException>(async () => await call());
        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.StoreFailure));
        Assert.That(error.IsTransient, Is.EqualTo(isTransient), error.Message);
        Assert.That(error.InnerException, Is.Null);
        Assert.That(error.Profile, Is.EqualTo("calendar"));
        return error;
    }
}
