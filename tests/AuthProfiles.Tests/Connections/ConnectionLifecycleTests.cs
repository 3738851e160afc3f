using AuthProfiles.Connections;

namespace AuthProfiles.Tests.Connections;

[TestFixture]
public sealed class ConnectionLifecycleTests
{
    private static readonly Dictionary<ConnectionEvent, string[]> Table = new()
    {
        // From:                           none                     Active     AuthorizationRequired    Expired                  Revoked
        [ConnectionEvent.InputsGiven] = ["AuthorizationRequired", "AuthorizationRequired", "AuthorizationRequired", "AuthorizationRequired", "AuthorizationRequired"],
        [ConnectionEvent.Authorized] = ["Active", "Active", "Active", "Active", "Active"],
        [ConnectionEvent.Renewed] = ["Active", "Active", "Active", "Active", "-"],
        [ConnectionEvent.Refused] = ["-", "Expired", "-", "-", "-"],
        [ConnectionEvent.Revoked] = ["-", "Revoked", "Revoked", "Revoked", "Revoked"],
    };

    [Test]
    public void Every_event_leads_from_every_state_where_the_table_says()
    {
        ConnectionState?[] states = [null, .. Enum.GetValues<ConnectionState>().Cast<ConnectionState?>()];

        Assert.That(Table.Keys, Is.EquivalentTo(Enum.GetValues<ConnectionEvent>()));
        foreach (var what in Enum.GetValues<ConnectionEvent>())
        {
            Assert.That(states.Select(state => ConnectionLifecycle.Next(state, what)?.ToString() ?? "-"), Is.EqualTo(Table[what]), what.ToString());
        }
    }

    [Test]
    public void What_is_impossible_is_refused()
    {
        var revoked = new Connection { Key = new("calendar", user: "mia"), State = ConnectionState.Revoked };

        Assert.That(() => revoked.After(revoked, ConnectionEvent.Renewed), Throws.InvalidOperationException.With.Message.Contains("Revoked"));
        Assert.That(() => revoked.After(before: null, ConnectionEvent.Refused), Throws.InvalidOperationException.With.Message.Contains("not there"));
        Assert.That(revoked.After(revoked, ConnectionEvent.Authorized).State, Is.EqualTo(ConnectionState.Active));
    }
}
