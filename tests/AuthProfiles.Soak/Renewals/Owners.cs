using System.Threading.Channels;
using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Server;

namespace AuthProfiles.Soak.Renewals;

/// <summary>The owners of the connections: they consent at the beginning, and again where a connection says that it needs it.</summary>
internal sealed class Owners(IConnectionStore store, RotatingServer server, FaultList faults)
{
    private const int MostTurns = 20;

    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>(new() { SingleReader = true });
    private int _again;

    /// <summary>Gets how often one of them consented again.</summary>
    public int Again => Volatile.Read(ref _again);

    /// <summary>Asks an owner to look whether their connection needs a new consent.</summary>
    public void Ask(string user) => _asked.Writer.TryWrite(user);

    public async Task ConsentAsync(IEnumerable<string> users)
    {
        foreach (var user in users)
        {
            if (await store.TryWriteAsync(SoakProfile.Consented(user, server.Register.Begin(user), server.Address), expectedVersion: 0) is null)
            {
                throw new UnavailableException($"The store has a connection of {user} already: it is another run's.");
            }
        }
    }

    /// <summary>Does what is asked until the end.</summary>
    public async Task RunAsync(CancellationToken ended)
    {
        try
        {
            await foreach (var user in _asked.Reader.ReadAllAsync(ended))
            {
                await LookAsync(user);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task LookAsync(string user)
    {
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var stored = await store.ReadAsync(new(SoakProfile.Name, user: user));
            if (stored is null or { Fault: not null })
            {
                faults.Add($"the connection of {user} is {(stored is null ? "gone" : $"unreadable: {stored.Fault}")}");
                return;
            }

            // Who was asked twice has consented already.
            if (stored.Connection.State == ConnectionState.Active)
            {
                return;
            }

            if (RefreshTokenText.Parse(stored.Connection.Grant?.RefreshToken?.Reveal()) is not var (family, _) || !server.Register.IsLost(family))
            {
                faults.Add($"{user} is asked to authorize again, and their grant lives");
                return;
            }

            if (await store.TryWriteAsync(SoakProfile.Consented(user, server.Register.Begin(user), server.Address), stored.Version) is not null)
            {
                Interlocked.Increment(ref _again);
                return;
            }
        }

        faults.Add($"the connection of {user} changes faster than it can be authorized again");
    }
}
