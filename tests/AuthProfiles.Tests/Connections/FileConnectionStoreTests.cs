using System.Text;
using AuthProfiles.Connections;
using AuthProfiles.StoreContract;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Connections;

/// <summary>What the file store does beyond what every store promises.</summary>
[TestFixture]
public sealed class FileConnectionStoreTests
{
    private static readonly ConnectionKey Key = new("calendar", "acme", "mia");
    private static readonly ConnectionKey Other = new("calendar", "acme", "noa");

    private ManualTime _time = null!;
    private TemporaryFolder _folder = null!;

    private string Root => _folder["store"];

    [SetUp]
    public void Make() => (_folder, _time) = (new(), new());

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task The_first_version_is_the_time_and_a_restored_one_is_overtaken()
    {
        var store = Open();
        var first = await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        Assert.That(first, Is.EqualTo(ManualTime.Start.ToUnixTimeMilliseconds()));
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key), first!.Value), Is.EqualTo(first + 1));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key), first.Value + 1), Is.EqualTo(first + 1000));
    }

    [Test]
    public async Task Nothing_but_names_is_in_the_clear_and_nobody_else_may_read_it()
    {
        var store = Open();
        await store.TryWriteAsync(SampleConnections.Small(Key, "a-token-of-mias"), 0);
        await using var lease = await store.TryLeaseAsync(Key, TimeSpan.FromMinutes(1));
        var bytes = await File.ReadAllBytesAsync(FileOf(Key));
        Assert.That(Encoding.Latin1.GetString(bytes), Does.Not.Contain("a-token"));
        Assert.That(Encoding.BigEndianUnicode.GetString(bytes.AsSpan(bytes.Length % 2)) + Encoding.BigEndianUnicode.GetString(bytes.AsSpan(1 - (bytes.Length % 2))), Does.Contain("mia").And.Not.Contain("a-token"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(Directory.EnumerateDirectories(_folder.Path, "*", SearchOption.AllDirectories).Select(File.GetUnixFileMode), Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            Assert.That(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(File.GetUnixFileMode), Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task What_others_may_do_in_its_directories_is_taken_away()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no such modes.");
            return;
        }

        var directory = Directory.CreateDirectory(Path.Combine(Root, "connections")).FullName;
        File.SetUnixFileMode(directory, (UnixFileMode)0b111_111_111);
        await Open().TryWriteAsync(SampleConnections.Small(Key), 0);
        Assert.That(File.GetUnixFileMode(directory), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Test]
    public async Task A_flipped_bit_anywhere_is_a_fault_and_its_owner_can_authorize_again()
    {
        await Open().TryWriteAsync(SampleConnections.Small(Key), 0);
        await Open().TryWriteAsync(SampleConnections.Small(Other), 0);
        var good = await File.ReadAllBytesAsync(FileOf(Key));
        for (var i = 0; i < good.Length; i++)
        {
            var altered = (byte[])good.Clone();
            altered[i] ^= (byte)(1 << (i % 8));
            await CheckFaultAsync(altered, ConnectionFault.Altered, orMissing: true);
        }

        await File.WriteAllBytesAsync(FileOf(Key), good);
        Assert.That((await Open().ReadAsync(Key))!.Fault, Is.Null);
    }

    [Test]
    public async Task A_cut_anywhere_is_a_fault_and_its_owner_can_authorize_again()
    {
        await Open().TryWriteAsync(SampleConnections.Small(Key), 0);
        await Open().TryWriteAsync(SampleConnections.Small(Other), 0);
        var good = await File.ReadAllBytesAsync(FileOf(Key));
        for (var length = 0; length < good.Length; length++)
        {
            await CheckFaultAsync(good[..length], ConnectionFault.Altered);
        }
    }

    [Test]
    public async Task A_damaged_file_is_kept_beside_what_replaces_it_until_the_connection_is_deleted()
    {
        var store = Open();
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        byte[] damaged = [1, 2, 3];
        await File.WriteAllBytesAsync(FileOf(Key), damaged);
        var read = await store.ReadAsync(Key);
        Assert.That(await File.ReadAllBytesAsync(FileOf(Key)), Is.EqualTo(damaged), "reading changes nothing");
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key), 0), Is.Null, "it is no absent one");
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key, "again"), read!.Version), Is.GreaterThan(ManualTime.Start.ToUnixTimeMilliseconds() - 1));
        Assert.That(await File.ReadAllBytesAsync(Path.ChangeExtension(FileOf(Key), ".damaged")), Is.EqualTo(damaged));
        Assert.That((await store.ReadAsync(Key))!.Fault, Is.Null);

        Assert.That(await store.DeleteAsync(Key), Is.True);
        Assert.That(File.Exists(Path.ChangeExtension(FileOf(Key), ".damaged")), Is.False);
    }

    [Test]
    public async Task A_damaged_connection_can_be_deleted()
    {
        var store = Open();
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        await File.WriteAllBytesAsync(FileOf(Key), []);
        Assert.That(await store.DeleteAsync(Key), Is.True);
        Assert.That(await store.ReadAsync(Key), Is.Null);
    }

    [Test]
    public async Task An_entry_in_anothers_place_is_a_fault()
    {
        await Open().TryWriteAsync(SampleConnections.Small(Key, "mias"), 0);
        await Open().TryWriteAsync(SampleConnections.Small(Other, "noas"), 0);
        await CheckFaultAsync(await File.ReadAllBytesAsync(FileOf(Other)), ConnectionFault.Altered);
    }

    [Test]
    public async Task What_was_sealed_for_another_is_a_fault_below_the_right_header_too()
    {
        await Open().TryWriteAsync(SampleConnections.Small(Other, "noas"), 0);
        var version = ManualTime.Start.ToUnixTimeMilliseconds();
        var entry = new FileEntry(Key, version, null).Write(Rings.Sealer().Seal(SampleConnections.Small(Other), version));
        await CheckFaultAsync(entry, ConnectionFault.Altered);
    }

    [Test]
    public async Task Another_ones_tombstone_deletes_nobody()
    {
        await Open().TryWriteAsync(SampleConnections.Small(Other), 0);
        await Open().DeleteAsync(Other);
        var tombstone = await File.ReadAllBytesAsync(FileOf(Other));
        await Open().TryWriteAsync(SampleConnections.Small(Key), 0);
        await File.WriteAllBytesAsync(FileOf(Key), tombstone);
        Assert.That((await Open().ReadAsync(Key))!.Fault, Is.EqualTo(ConnectionFault.Altered));
    }

    [Test]
    public async Task An_older_file_is_noticed_and_its_owner_can_authorize_again()
    {
        var store = Open();
        var first = await store.TryWriteAsync(SampleConnections.Small(Key, "old"), 0);
        var old = await File.ReadAllBytesAsync(FileOf(Key));
        _time.Advance(TimeSpan.FromSeconds(5));
        await store.TryWriteAsync(SampleConnections.Small(Key, "new"), first!.Value);
        await File.WriteAllBytesAsync(FileOf(Key), old);

        var read = await store.ReadAsync(Key);
        Assert.That(read!.Fault, Is.EqualTo(ConnectionFault.RolledBack));
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key, "again"), read.Version), Is.Not.Null);
        Assert.That((await store.ReadAsync(Key))!.Fault, Is.Null, "its version is above all that were seen");
    }

    [Test]
    public async Task A_restored_file_of_a_deleted_connection_is_noticed()
    {
        var store = Open();
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        var old = await File.ReadAllBytesAsync(FileOf(Key));
        await store.DeleteAsync(Key);
        await File.WriteAllBytesAsync(FileOf(Key), old);
        Assert.That((await store.ReadAsync(Key))!.Fault, Is.EqualTo(ConnectionFault.RolledBack));
    }

    [Test]
    public async Task Without_its_key_an_entry_is_kept_and_with_it_good_again()
    {
        await Open("k1").TryWriteAsync(SampleConnections.Small(Key), 0);
        var kept = await File.ReadAllBytesAsync(FileOf(Key));
        var read = await Open("k2").ReadAsync(Key);
        Assert.That(read!.Fault, Is.EqualTo(ConnectionFault.KeyMissing));
        Assert.That(await File.ReadAllBytesAsync(FileOf(Key)), Is.EqualTo(kept));
        SameConnection.Check((await Open("k1").ReadAsync(Key))?.Connection, SampleConnections.Small(Key));
    }

    [Test]
    public async Task What_was_left_unfinished_is_removed_at_the_next_start_and_what_may_go_on_is_not()
    {
        await Open().TryWriteAsync(SampleConnections.Small(Key), 0);
        var left = FileOf(Key) + ".1.tmp";
        var goesOn = FileOf(Key) + ".2.tmp";
        await File.WriteAllTextAsync(left, "half");
        await File.WriteAllTextAsync(goesOn, "half");
        File.SetLastWriteTimeUtc(left, ManualTime.Start.UtcDateTime.AddMinutes(-11));
        File.SetLastWriteTimeUtc(goesOn, ManualTime.Start.UtcDateTime.AddMinutes(-9));
        Assert.That((await Open().ReadAsync(Key))!.Fault, Is.Null);

        await Open().TryLeaseAsync(Key, TimeSpan.FromSeconds(1));
        Assert.That((File.Exists(left), File.Exists(goesOn)), Is.EqualTo((false, true)));
        File.SetLastWriteTimeUtc(goesOn, ManualTime.Start.UtcDateTime.AddMinutes(-10));
        await Open().TryLeaseAsync(Key, TimeSpan.FromSeconds(1));
        Assert.That(File.Exists(goesOn), Is.True, "ten minutes are not over yet");
    }

    [Test]
    public async Task Writes_leave_nothing_beside_the_connections()
    {
        var store = Open();
        for (var i = 0; i < 50; i++)
        {
            var key = new ConnectionKey("calendar", $"t{i}");
            await store.TryWriteAsync(SampleConnections.Small(key), 0);
            await (await store.TryLeaseAsync(key, TimeSpan.FromSeconds(1)))!.DisposeAsync();
        }

        Assert.That(Directory.EnumerateFiles(Path.Combine(Root, "connections")).Count(), Is.EqualTo(50));
        Assert.That(Directory.EnumerateFiles(Path.Combine(Root, "leases")), Is.Empty);
    }

    [Test]
    public async Task A_tombstone_goes_after_thirty_days_and_versions_rise_over_it()
    {
        var store = Open();
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        await store.DeleteAsync(Key);
        _time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        await StoredKeys.OfAsync(store);
        Assert.That(File.Exists(FileOf(Key)), Is.True);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await StoredKeys.OfAsync(store);
        Assert.That(File.Exists(FileOf(Key)), Is.False);
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key), 0), Is.Not.Null);
        Assert.That((await store.ReadAsync(Key))!.Fault, Is.Null);
    }

    [Test]
    public async Task What_can_not_be_read_is_passed_over_by_the_list()
    {
        var store = Open();
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        await store.TryWriteAsync(SampleConnections.Small(Other), 0);
        await File.WriteAllBytesAsync(FileOf(Other), await File.ReadAllBytesAsync(FileOf(Key)));
        await File.WriteAllTextAsync(Path.Combine(Root, "connections", "notes.connection"), "of somebody else");
        Assert.That(await StoredKeys.OfAsync(store), Is.EqualTo(new[] { Key }));
    }

    [Test]
    public async Task A_profile_of_any_length_is_listed()
    {
        var store = Open();
        var key = new ConnectionKey(new string('p', 9_000), "acme");
        await store.TryWriteAsync(SampleConnections.Small(key), 0);
        Assert.That(await StoredKeys.OfAsync(store, key.Profile), Is.EqualTo(new[] { key }));
    }

    [Test]
    public async Task Stores_of_one_directory_lose_no_update_of_each_other()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => new FileConnectionStore(Root, Rings.Sealer())).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            while (true)
            {
                var read = await stores[i % 4].ReadAsync(Key);
                Assert.That(read?.Fault, Is.Null);
                var connection = read?.Connection ?? new() { Key = Key };
                if (await stores[i % 4].TryWriteAsync(connection with { AccountLabel = $"{connection.AccountLabel} {i}" }, read?.Version ?? 0) is not null)
                {
                    return;
                }
            }
        })));
        Assert.That((await stores[0].ReadAsync(Key))!.Connection.AccountLabel!.Trim().Split(' ').Select(int.Parse), Is.EquivalentTo(Enumerable.Range(0, 40)));
    }

    [Test]
    public async Task Who_waits_for_another_process_waits_ten_seconds()
    {
        var store = Open();
        await store.TryWriteAsync(SampleConnections.Small(Key, "kept"), 0);
        using var others = TakeAllLocks();
        var write = store.TryWriteAsync(SampleConnections.Small(Key), ManualTime.Start.ToUnixTimeMilliseconds()).AsTask();
        await Eventually.HoldsAsync(() => _time.NextDue is not null);
        _time.Advance(TimeSpan.FromSeconds(9.999));
        Assert.That(write.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromSeconds(0.001));
        var error = (await Assert.ThrowsAsync<AuthorizationException>(() => write))!;
        Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.StoreFailure));
        Assert.That(error.IsTransient, Is.True);
        Assert.That(error.Message, Does.Contain("another process has been writing for 10 seconds"));
        Assert.That((await store.ReadAsync(Key))!.Connection.Grant!.AccessToken.Reveal(), Is.EqualTo("kept"), "reads wait for nobody");
    }

    [Test]
    public async Task Who_waits_for_another_process_can_cancel()
    {
        var store = Open();
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        using var others = TakeAllLocks();
        using var source = new CancellationTokenSource();
        var write = store.TryWriteAsync(SampleConnections.Small(Key), 1, source.Token).AsTask();
        await Eventually.HoldsAsync(() => _time.NextDue is not null);
        await source.CancelAsync();
        Assert.That(() => write, Throws.InstanceOf<OperationCanceledException>());
    }

    private async Task CheckFaultAsync(byte[] file, ConnectionFault fault, bool orMissing = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(Key))!);
        await File.WriteAllBytesAsync(FileOf(Key), file);
        var store = Open();
        var read = await store.ReadAsync(Key);
        Assert.That(read?.Fault, orMissing ? Is.EqualTo(fault).Or.EqualTo(ConnectionFault.KeyMissing) : Is.EqualTo(fault));
        Assert.That(read!.Connection.State, Is.EqualTo(ConnectionState.AuthorizationRequired));
        Assert.That(read.Connection.Grant, Is.Null);
        Assert.That((await store.ReadAsync(Other))?.Fault, Is.Null, "the others can be read");
        Assert.That(await File.ReadAllBytesAsync(FileOf(Key)), Is.EqualTo(file), "and it is kept");
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key, "again"), read.Version), Is.Not.Null);
        Assert.That((await store.ReadAsync(Key))!.Connection.Grant!.AccessToken.Reveal(), Is.EqualTo("again"));
    }

    private FileConnectionStore Open(string ring = "k1") => new(Root, Rings.Sealer(Rings.Of(ring, ring)), _time);

    private string FileOf(ConnectionKey key) => new FileFolder(Root, _time).FileOf(FileFolder.PlaceOf(key));

    // As another process would.
    private FileGateSet TakeAllLocks() => new(Directory.EnumerateFiles(Path.Combine(Root, "locks")).Select(static path => PrivateFile.TryLock(path)!).ToList());

    private sealed class FileGateSet(List<FileStream> files) : IDisposable
    {
        public void Dispose() => files.ForEach(static file => file.Dispose());
    }
}
