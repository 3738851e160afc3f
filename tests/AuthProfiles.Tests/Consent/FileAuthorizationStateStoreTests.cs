using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AuthProfiles.Connections;
using AuthProfiles.Consent;
using AuthProfiles.Tests.Connections;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Consent;

[TestFixture]
[CancelAfter(60_000)]
public sealed class FileAuthorizationStateStoreTests
{
    // Dictionaries are the same only where they are one.
    private static readonly ImmutableDictionary<string, SecretValue> None = ImmutableDictionary<string, SecretValue>.Empty;

    private ManualTime _time = null!;
    private TemporaryFolder _folder = null!;

    private string Root => _folder["store"];

    private string Consents => Path.Combine(Root, "consents");

    [SetUp]
    public void Make() => (_folder, _time) = (new(), new());

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task A_consent_survives_a_restart_whole()
    {
        await Open().SaveAsync(Pending("canary-state"));

        var taken = await Open().TakeAsync("canary-state");

        Assert.That(taken! with { Inputs = None }, Is.EqualTo(Pending("canary-state") with { Inputs = None }));
        Assert.That(taken.Inputs, Is.EquivalentTo(Pending("canary-state").Inputs));
    }

    [Test]
    public async Task Who_comes_a_second_time_learns_that_and_no_more_also_after_a_restart()
    {
        await Open().SaveAsync(Pending("state"));
        await Open().TakeAsync("state");

        var second = await Open().TakeAsync("state");

        Assert.That(second, Is.Not.Null);
        Assert.That((second!.IsUsed, second.Verifier, second.Nonce, second.Inputs.Count, second.Context), Is.EqualTo((true, (SecretValue?)null, (SecretValue?)null, 0, "/back")));
    }

    [Test]
    public async Task Of_many_callbacks_to_two_processes_one_gets_the_secrets()
    {
        // Not the test's clock: those who wait for each other's lock do so by it.
        var stores = Enumerable.Range(0, 2).Select(_ => Open(TimeProvider.System)).ToArray();
        for (var round = 0; round < 20; round++)
        {
            var state = $"state-{round}";
            await stores[0].SaveAsync(Pending(state) with { ExpiresAt = TimeProvider.System.GetUtcNow().AddMinutes(10) });

            var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () => await stores[i % 2].TakeAsync(state))));

            Assert.That(taken.Count(static one => one is { IsUsed: false, Verifier: not null }), Is.EqualTo(1));
            Assert.That(taken.Count(static one => one is { IsUsed: true, Verifier: null }), Is.EqualTo(15));
        }
    }

    [TestCase("S")]
    [TestCase("s ")]
    [TestCase("")]
    [TestCase("../s")]
    [TestCase("*")]
    public async Task Another_state_takes_nothing(string state)
    {
        var store = Open();
        await store.SaveAsync(Pending("s"));

        Assert.That(await store.TakeAsync(state), Is.Null);
        Assert.That((await store.TakeAsync("s"))!.IsUsed, Is.False);
    }

    [Test]
    public async Task A_consent_ends_when_it_said_and_is_let_go_of([Values] bool isUsed)
    {
        var store = Open();
        await store.SaveAsync(Pending("state"));
        if (isUsed)
        {
            await store.TakeAsync("state");
        }

        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.That(await store.TakeAsync("state"), Is.Null);
        await store.SaveAsync(Pending("next"));
        Assert.That(Directory.EnumerateFiles(Consents).Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_name_that_says_another_end_lets_no_consent_live_longer()
    {
        await Open().SaveAsync(Pending("state"));
        var path = Directory.EnumerateFiles(Consents).Single();
        Assert.That(ConsentFile.TryParse(Path.GetFileName(path), out var file), Is.True);
        File.Move(path, Path.Combine(Consents, (file! with { EndsAt = long.MaxValue }).Name));

        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.That(await Open().TakeAsync("state"), Is.Null);
    }

    [Test]
    public async Task Of_one_owner_ten_are_kept_and_others_lose_nothing()
    {
        var store = Open();
        await store.SaveAsync(Pending("ben", "ben"));
        for (var i = 0; i < 12; i++)
        {
            await store.SaveAsync(Pending(i.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.That(Directory.EnumerateFiles(Consents).Count(), Is.EqualTo(11));
        Assert.That(await store.TakeAsync("1"), Is.Null);
        Assert.That(await store.TakeAsync("2"), Is.Not.Null);
        Assert.That(await store.TakeAsync("ben"), Is.Not.Null);
    }

    [Test]
    public async Task A_flood_of_owners_is_bounded_and_the_oldest_goes_first()
    {
        await Open().SaveAsync(Pending("oldest"));
        var end = _time.GetUtcNow().AddMinutes(10).ToUnixTimeMilliseconds();
        for (var i = 2; i <= 10_000; i++)
        {
            await File.WriteAllBytesAsync(Path.Combine(Consents, new ConsentFile($"{i:x64}", $"{i:x32}", i, end).Name), []);
        }

        await Open().SaveAsync(Pending("newest", "noa"));

        Assert.That(Directory.EnumerateFiles(Consents).Count(), Is.EqualTo(10_000));
        Assert.That(await Open().TakeAsync("oldest"), Is.Null);
        Assert.That(await Open().TakeAsync("newest"), Is.Not.Null);
    }

    [Test]
    public async Task Neither_state_nor_secrets_nor_names_can_be_read_and_swapped_files_are_no_consent()
    {
        await Open().SaveAsync(Pending("canary-state"));
        await Open().SaveAsync(Pending("other"));
        var paths = Directory.EnumerateFiles(Consents).Order(StringComparer.Ordinal).ToArray();
        var contents = paths.Select(File.ReadAllBytes).ToArray();
        Assert.That(paths.Concat(contents.Select(Encoding.UTF8.GetString)), Is.All.Not.Contain("canary").And.All.Not.Contain("mia"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(paths.Select(File.GetUnixFileMode), Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }

        await File.WriteAllBytesAsync(paths[0], contents[1]);
        await File.WriteAllBytesAsync(paths[1], contents[0]);

        Assert.That(await Open().TakeAsync("canary-state"), Is.Null);
    }

    [Test]
    public async Task What_is_used_up_has_no_secrets_on_the_disk()
    {
        await Open().SaveAsync(Pending("state"));
        var before = new FileInfo(Directory.EnumerateFiles(Consents).Single()).Length;
        await Open().TakeAsync("state");

        var left = Directory.EnumerateFiles(Consents).Single();

        Assert.That(new FileInfo(left).Length, Is.LessThan(before));
        Assert.That(new PendingAuthorizationSealer(new AesGcmConnectionProtector(Rings.One)).Open("state", await File.ReadAllBytesAsync(left)), Has.Property(nameof(PendingAuthorization.Verifier)).Null);
    }

    [Test]
    public async Task A_directory_that_is_lost_is_no_absent_consent()
    {
        var store = Open();
        await store.SaveAsync(Pending("state"));
        Directory.Move(Root, Root + "-away");

        var taking = await Assert.ThrowsAsync<AuthorizationException>(async () => await store.TakeAsync("state"));
        var saving = await Assert.ThrowsAsync<AuthorizationException>(async () => await store.SaveAsync(Pending("more")));

        Assert.That((taking!.Kind, saving!.Kind, saving.User), Is.EqualTo((AuthorizationErrorKind.StoreFailure, AuthorizationErrorKind.StoreFailure, "mia")));
        Assert.That(taking.Message, Does.Contain("AuthProfiles:FileStore:Directory"));
        Directory.Move(Root + "-away", Root);
        Assert.That(await store.TakeAsync("state"), Is.Not.Null);
    }

    [Test]
    public async Task Who_waits_for_a_process_that_stands_still_is_told_after_ten_seconds_and_unknown_states_wait_for_nobody()
    {
        var store = Open();
        await store.SaveAsync(Pending("state"));
        var locks = Directory.EnumerateFiles(Path.Combine(Root, "locks")).Select(static path => PrivateFile.TryLock(path)).ToArray();
        try
        {
            Assert.That(await store.TakeAsync("unknown"), Is.Null);
            var taking = store.TakeAsync("state").AsTask();
            await Eventually.HoldsAsync(() => _time.NextDue is not null);
            _time.Advance(TimeSpan.FromSeconds(10));
            var error = await Assert.ThrowsAsync<AuthorizationException>(() => taking);
            Assert.That((error!.Kind, error.IsTransient), Is.EqualTo((AuthorizationErrorKind.StoreFailure, true)));
        }
        finally
        {
            Array.ForEach(locks, static held => held?.Dispose());
        }
    }

    [Test]
    public async Task Where_connections_are_kept_in_files_consents_are_too()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().PersistConnectionsToFileSystem(Root).ProtectConnectionsWithKeyRing(Rings.One);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAuthorizationStateStore>().SaveAsync(Pending("state") with { ExpiresAt = TimeProvider.System.GetUtcNow().AddMinutes(10) });

        Assert.That(Directory.EnumerateFiles(Consents).Count(), Is.EqualTo(1));
    }

    private FileAuthorizationStateStore Open(TimeProvider? clock = null) => new(Root, new(new AesGcmConnectionProtector(Rings.One)), clock ?? _time);

    private PendingAuthorization Pending(string state, string user = "mia") => new()
    {
        State = state,
        Key = new("calendar", "acme", user),
        RedirectUri = CalendarTest.Callback,
        TokenAddress = new("https://login.calendar.example/token"),
        ClientId = "canary-client",
        Verifier = "canary-verifier",
        Nonce = "canary-nonce",
        Inputs = None.Add("pin", "canary-input"),
        Context = "/back",
        ExpiresAt = _time.GetUtcNow().AddMinutes(10),
    };
}
