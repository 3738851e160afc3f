using System.Collections.Immutable;
using AuthProfiles.Relational.Tests.Infrastructure;

namespace AuthProfiles.Relational.Tests;

public sealed class RelationalAuthorizationStateStoreTests : DatabaseTests
{
    // Dictionaries are the same only where they are one.
    private static readonly ImmutableDictionary<string, SecretValue> None = ImmutableDictionary<string, SecretValue>.Empty;

    [Test]
    public async Task A_consent_that_began_on_one_node_is_completed_on_another()
    {
        await Node().SaveAsync(Pending("canary-state"));
        var taken = await Node().TakeAsync("canary-state");
        Assert.That(taken! with { Inputs = None }, Is.EqualTo(Pending("canary-state") with { Inputs = None }));
        Assert.That(taken.Inputs, Is.EquivalentTo(Pending("canary-state").Inputs));
        Assert.That(await Node().TakeAsync("another"), Is.Null);
    }

    [Test]
    public async Task Of_many_callbacks_one_gets_the_secrets_and_the_others_learn_that_it_was_used()
    {
        await Node().SaveAsync(Pending("state"));
        var nodes = Enumerable.Range(0, 4).Select(_ => Node()).ToArray();
        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () => await nodes[i % 4].TakeAsync("state"))));
        Assert.That(taken, Has.None.Null);
        Assert.That(taken.Count(static one => one is { IsUsed: false, Verifier: not null }), Is.EqualTo(1));
        Assert.That(taken.Count(static one => one is { IsUsed: true, Verifier: null, Nonce: null, Inputs.Count: 0, Context: "/back" }), Is.EqualTo(15));
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_consents WHERE sealed IS NOT NULL"), Is.Zero, "its secrets are gone");
    }

    [Test]
    public async Task A_consent_ends_when_it_said([Values] bool isUsed)
    {
        var store = Node();
        await store.SaveAsync(Pending("state"));
        if (isUsed)
        {
            await store.TakeAsync("state");
        }

        Database.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.That(await store.TakeAsync("state"), Is.Null);
        await store.SaveAsync(Pending("next"));
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_consents"), Is.EqualTo(1));
    }

    [Test]
    public async Task One_owner_has_ten_at_the_most_and_the_oldest_goes()
    {
        var store = Node();
        await store.SaveAsync(Pending("other", new("calendar", "acme", "noah")));
        for (var i = 0; i < 12; i++)
        {
            await store.SaveAsync(Pending($"state-{i}"));
        }

        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_consents"), Is.EqualTo(11));
        Assert.That(await store.TakeAsync("state-1"), Is.Null);
        Assert.That(await store.TakeAsync("state-2"), Is.Not.Null);
        Assert.That(await store.TakeAsync("other"), Is.Not.Null);
    }

    [Test]
    public async Task A_flood_of_owners_is_bounded()
    {
        var store = Node();
        await store.SaveAsync(Pending("oldest"));
        await Database.RunAsync("INSERT INTO authprofiles_consents (place, profile, tenant, user_name, sealed, spent, expires_at) SELECT int4send(i), 'calendar', '', 'u' || i, '', '', 'infinity' FROM generate_series(1, 10050) i");
        await store.SaveAsync(Pending("newest"));
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_consents"), Is.EqualTo(10_000));
        Assert.That(await store.TakeAsync("oldest"), Is.Null);
        Assert.That(await store.TakeAsync("newest"), Is.Not.Null);
    }

    [Test]
    public async Task Neither_state_nor_secrets_stand_in_the_table_and_swapped_rows_are_no_consent()
    {
        await Node().SaveAsync(Pending("canary-state"));
        await Node().SaveAsync(Pending("state-2"));
        Assert.That(await Database.CountAsync("SELECT count(*) FROM authprofiles_consents c WHERE position('canary'::bytea in c.sealed) > 0 OR position('canary'::bytea in c.spent) > 0 OR c::text LIKE '%canary%'"), Is.Zero);
        await Database.RunAsync("UPDATE authprofiles_consents SET sealed = (SELECT other.sealed FROM authprofiles_consents other WHERE other.number <> authprofiles_consents.number)");
        Assert.That(await Node().TakeAsync("canary-state"), Is.Null);
    }

    [Test]
    public async Task A_failure_is_no_absent_consent()
    {
        var store = Node();
        await store.SaveAsync(Pending("state"));
        await Database.RunAsync("DROP TABLE authprofiles_consents");
        var error = await Assert.ThrowsAsync<AuthorizationException>(async () => await store.TakeAsync("state"));
        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.StoreFailure));
        Assert.That(error.Message, Does.StartWith("The callback: the database failed").And.Contain("StartAsync"));
    }

    private RelationalAuthorizationStateStore Node() => new(Database.Source, new(Database.Protector), Database.Clock);

    private PendingAuthorization Pending(string state, ConnectionKey? key = null) => new()
    {
        State = state,
        Key = key ?? Key,
        RedirectUri = "http://127.0.0.1/callback",
        TokenAddress = new("https://login.example/token"),
        Verifier = "canary-verifier",
        Nonce = "canary-nonce",
        Issuer = "https://login.example",
        IssuerForm = "https://login.example/{tenantid}",
        NamesIssuer = true,
        Inputs = ImmutableDictionary.CreateRange<string, SecretValue>(StringComparer.Ordinal, [new("subdomain", "canary-input")]),
        Context = "/back",
        ExpiresAt = Database.Clock.UtcNow.AddMinutes(10),
    };
}
