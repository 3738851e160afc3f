using AuthProfiles.Connections;
using AuthProfiles.StoreContract;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Connections;

/// <summary>Where a file store keeps what, which all processes of one directory must agree on, and what it does with files that are odd.</summary>
[TestFixture]
public sealed class FileLayoutTests
{
    private static readonly ConnectionKey Key = new("calendar", "acme", "mia");

    private TemporaryFolder _folder = null!;
    private ManualTime _time = null!;

    private FileFolder Layout => new(_folder.Path, _time);

    [SetUp]
    public void Make() => (_folder, _time) = (new(), new());

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Connections_leases_and_locks_are_where_every_process_looks_for_them()
    {
        var store = Open();
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        var lease = await store.TryLeaseAsync(Key, TimeSpan.FromSeconds(1));
        var place = FileFolder.PlaceOf(Key);

        var files = Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder.Path, path).Replace('\\', '/')).ToList();

        Assert.That(files, Does.Contain($"connections/{place}.connection").And.Contain($"leases/{place}.lease").And.Contain("locks/check.lock"));
        Assert.That(files.Where(static file => file.StartsWith("locks/", StringComparison.Ordinal) && file != "locks/check.lock"), Is.EqualTo(new[] { "locks/22f.lock" }));
        Assert.That(place, Does.Match("^[0-9A-F]{64}$"));
        await lease!.DisposeAsync();
    }

    [Test]
    public async Task Who_has_seen_a_connection_deleted_notices_that_its_file_was_restored()
    {
        var writer = Open();
        await writer.TryWriteAsync(SampleConnections.Small(Key), 0);
        var old = await File.ReadAllBytesAsync(FileOf(Key));
        await writer.DeleteAsync(Key);
        var reader = Open();
        Assert.That(await reader.ReadAsync(Key), Is.Null);

        await File.WriteAllBytesAsync(FileOf(Key), old);

        Assert.That((await reader.ReadAsync(Key))!.Fault, Is.EqualTo(ConnectionFault.RolledBack));
    }

    [Test]
    public async Task A_list_that_is_no_longer_wanted_ends()
    {
        var store = Open();
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        await store.TryWriteAsync(SampleConnections.Small(new("calendar", "globex")), 0);
        foreach (var listed in new IConnectionStore[] { store, await CopyAsync(store) })
        {
            using var cancellation = new CancellationTokenSource();
            var keys = listed.ListAsync("calendar", cancellation.Token).GetAsyncEnumerator(cancellation.Token);
            Assert.That(await keys.MoveNextAsync(), Is.True);

            await cancellation.CancelAsync();

            Assert.That(async () => await keys.MoveNextAsync(), Throws.InstanceOf<OperationCanceledException>(), $"{listed}");
        }

        Assert.That(() => StoredKeys.OfAsync(new InMemoryConnectionStore(), cancellationToken: new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void A_file_that_is_too_large_to_be_ours_is_not_read()
    {
        Layout.Prepare();
        using (var file = File.Create(FileOf(Key)))
        {
            file.SetLength((64L << 20) + 1);
        }

        Assert.That(new FileReader(Layout).ReadBytes(FileOf(Key)), Is.Empty);
    }

    [Test]
    public void A_write_that_fails_leaves_no_file_behind()
    {
        Directory.CreateDirectory(_folder["taken"]);

        Assert.That(() => DurableFile.Replace(_folder["taken"], [1, 2, 3]), Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());

        Assert.That(Directory.EnumerateFiles(_folder.Path), Is.Empty);
    }

    [Test]
    public void What_can_not_be_deleted_stays_without_a_word()
    {
        Directory.CreateDirectory(_folder["taken"]);

        Assert.That(() => DurableFile.TryDelete(_folder["taken"]), Throws.Nothing);
        Assert.That(() => DurableFile.TryDelete(Path.Combine(_folder["gone"], "file")), Throws.Nothing);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows journals the names of a directory, and they are not flushed.")]
    public void A_directory_that_can_not_be_flushed_is_an_error_with_its_number() =>
        Assert.That(() => DirectorySync.Flush(_folder["gone"]), Throws.InstanceOf<IOException>().With.Message.EqualTo("The directory can't be opened.").And.Property("HResult").EqualTo(2));

    [TestCase(0, false)]
    [TestCase(1, true)]
    [TestCase(1 << 20, true)]
    [TestCase((1 << 20) + 1, false)]
    [TestCase(-1, false)]
    public void A_header_has_names_of_some_length(int names, bool isHeader)
    {
        var bytes = new FileEntry(Key, 5, null).Write([]);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(21), names);

        Assert.That(FileEntry.LengthOf(bytes) > 0, Is.EqualTo(isHeader));
        Assert.That(FileEntry.LengthOf(bytes.AsSpan(0, 25)) > 0, Is.EqualTo(isHeader));
        Assert.That(FileEntry.LengthOf(bytes.AsSpan(0, 24)), Is.Zero);
    }

    private static async Task<InMemoryConnectionStore> CopyAsync(FileConnectionStore store)
    {
        var copy = new InMemoryConnectionStore();
        foreach (var key in await StoredKeys.OfAsync(store))
        {
            await copy.TryWriteAsync(SampleConnections.Small(key), 0);
        }

        return copy;
    }

    private FileConnectionStore Open() => new(_folder.Path, Rings.Sealer(Rings.Of("k1", "k1")), _time);

    private string FileOf(ConnectionKey key) => Layout.FileOf(FileFolder.PlaceOf(key));
}
