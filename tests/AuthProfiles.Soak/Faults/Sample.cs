using AuthProfiles.Soak.Kill;

namespace AuthProfiles.Soak.Faults;

/// <summary>The connections that are put into danger.</summary>
internal static class Sample
{
    private const int SmallSize = 200;

    public static ConnectionKey Key(int user = 0) => new(SoakProfile.Name, user: SoakProfile.Users(user + 1)[user]);

    /// <summary>Writes a connection over the one before.</summary>
    /// <returns>Its version.</returns>
    public static async Task<long> WriteAsync(IConnectionStore store, long number, int user = 0, int size = SmallSize)
    {
        var before = (await store.ReadAsync(Key(user)))?.Version ?? 0;
        return await store.TryWriteAsync(Payload.Make(Key(user), number, size), before)
            ?? throw new FaultFoundException("a write found another version than the read before it, and nobody else writes");
    }

    /// <summary>Requires that a connection is there as it was written.</summary>
    public static async Task RequireAsync(IConnectionStore store, long number, string when, int user = 0)
    {
        var stored = await store.ReadAsync(Key(user));
        FaultFoundException.Require(stored is not null, $"{when} the connection is gone");
        FaultFoundException.Require(stored!.Fault is null, $"{when} the connection can't be read: {stored.Fault}");
        FaultFoundException.Require(Payload.Read(stored.Connection) == number, $"{when} the connection has other values");
    }

    /// <summary>Requires that a connection can't be read, is still there, and can be authorized again.</summary>
    public static async Task<ConnectionFault> RequireFaultAsync(IConnectionStore store, string when, int user = 0)
    {
        StoredConnection? stored;
        try
        {
            stored = await store.ReadAsync(Key(user));
        }
        catch (Exception error)
        {
            throw new FaultFoundException($"{when} a read fails with {error.GetType().Name}: {error.Message}");
        }

        FaultFoundException.Require(stored is not null, $"{when} the connection is gone");
        FaultFoundException.Require(stored!.Fault is not null, $"{when} the connection is read as if it were good");
        FaultFoundException.Require(stored.Connection is { State: ConnectionState.AuthorizationRequired, Grant: null, Inputs.IsEmpty: true }, $"{when} the connection has values");
        return stored.Fault!.Value;
    }
}
