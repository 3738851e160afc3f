using AuthProfiles.Connections;
using AuthProfiles.StoreContract;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Connections;

/// <summary>What a file system refuses becomes a typed error that names the directory, the setting and the cure.</summary>
[TestFixture]
public sealed class FileFailureTests
{
    private static readonly ConnectionKey Key = new("calendar", "acme", "mia");

    private TemporaryFolder _folder = null!;

    private string Root => _folder["store"];

    [SetUp]
    public void Make() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task The_directory_is_made_and_what_is_above_it_is_not()
    {
        var store = Open(Path.Combine(Root, "deeper"));
        await CheckAllFailAsync(store, "it is missing, or what is above it", isTransient: false);
        Assert.That(Directory.Exists(Root), Is.False);

        Directory.CreateDirectory(Root);
        Assert.That(await store.ReadAsync(Key), Is.Null, "the same store goes on");
    }

    [Test]
    public async Task A_directory_that_is_lost_is_no_empty_store()
    {
        var store = Open(Root);
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        Directory.Move(Root, Root + "-away");
        await CheckAllFailAsync(store, "it is missing, or what is above it", isTransient: false);
        Directory.Move(Root + "-away", Root);
        Assert.That(await store.ReadAsync(Key), Is.Not.Null);
    }

    [Test]
    public void Those_who_read_first_at_once_find_nothing_and_lose_no_directory()
    {
        for (var round = 0; round < 50; round++)
        {
            var folder = new FileFolder(_folder[$"store-{round}"], TimeProvider.System);
            var reader = new FileReader(folder);
            using var together = new Barrier(8);
            var found = new byte[]?[8];
            var errors = new Exception?[8];
            var threads = Enumerable.Range(0, 8).Select(i => new Thread(() =>
            {
                together.SignalAndWait();
                try
                {
                    found[i] = reader.ReadBytes(folder.FileOf("A"));
                }
                catch (Exception error)
                {
                    errors[i] = error;
                }
            })).ToList();
            threads.ForEach(static thread => thread.Start());
            threads.ForEach(static thread => thread.Join());
            Assert.That(errors, Is.All.Null, $"round {round}");
            Assert.That(found, Is.All.Null);
        }
    }

    [Test]
    public async Task A_file_in_the_directorys_place_is_refused()
    {
        await File.WriteAllTextAsync(Root, "mine");
        await CheckAllFailAsync(Open(Root), "can't be used", isTransient: null);
        Assert.That(await File.ReadAllTextAsync(Root), Is.EqualTo("mine"));
    }

    [Test]
    public async Task A_directory_in_a_connections_place_is_refused()
    {
        var store = Open(Root);
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        var path = new FileFolder(Root, TimeProvider.System).FileOf(FileFolder.PlaceOf(Key));
        File.Delete(path);
        Directory.CreateDirectory(path);
        await CheckFailsAsync(async () => await store.ReadAsync(Key), "access is denied", isTransient: false);
        await CheckFailsAsync(async () => await store.TryWriteAsync(SampleConnections.Small(Key), 0), "access is denied", isTransient: false);
        Assert.That(await store.ReadAsync(new("calendar")), Is.Null, "of that connection alone");
    }

    [Test]
    public async Task A_link_is_followed_to_read_and_replaced_to_write()
    {
        var store = Open(Root);
        var version = await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        var path = new FileFolder(Root, TimeProvider.System).FileOf(FileFolder.PlaceOf(Key));
        var elsewhere = _folder["elsewhere"];
        File.Move(path, elsewhere);
        File.CreateSymbolicLink(path, elsewhere);
        var before = await File.ReadAllBytesAsync(elsewhere);
        Assert.That((await store.ReadAsync(Key))!.Version, Is.EqualTo(version));
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key), version!.Value), Is.Not.Null);
        Assert.That(await File.ReadAllBytesAsync(elsewhere), Is.EqualTo(before));
        Assert.That(new FileInfo(path).LinkTarget, Is.Null);
    }

    [Test]
    public async Task Where_writing_is_denied_the_old_connection_stays_and_can_be_read()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no such modes.");
            return;
        }

        var store = Open(Root);
        var version = await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        var directory = Path.Combine(Root, "connections");
        File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            if (CanWrite(directory))
            {
                Assert.Ignore("This account may write everywhere: permissions hold nobody back. The soak program proves it under another account.");
            }

            await CheckFailsAsync(async () => await store.TryWriteAsync(SampleConnections.Small(Key, "new"), version!.Value), "access is denied", isTransient: false);
            await CheckFailsAsync(async () => await store.DeleteAsync(Key), "access is denied", isTransient: false);
            Assert.That((await store.ReadAsync(Key))!.Connection.Grant!.AccessToken.Reveal(), Is.EqualTo("access-1"));
        }
        finally
        {
            File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [TestCase(28, "the disk is full", true)]
    [TestCase(122, "the disk is full", true)]
    [TestCase(27, "the disk is full", true)]
    [TestCase(unchecked((int)0x80070070), "the disk is full", true)]
    [TestCase(30, "it is read-only", false)]
    [TestCase(24, "too many files are open. Raise the limit of the process (ulimit -n)", true)]
    [TestCase(5, "the file system failed with IOException", true)]
    public void Each_error_of_the_system_has_its_cure(int code, string fault, bool isTransient)
    {
        var error = FileFailure.Of(new IOException("s3cret text of a system", code), new FileFolder(Root, TimeProvider.System), Key.Profile, Key);
        Check(error, fault, isTransient);
        Assert.That((error.Tenant, error.User), Is.EqualTo(("acme", "mia")));
    }

    [Test]
    public void The_sentence_is_whole_with_a_connection_and_without_one()
    {
        var folder = new FileFolder("/data/connections", TimeProvider.System);
        const string Place = "the directory '/data/connections' (AuthProfiles:FileStore:Directory) can't be used: ";

        var busy = FileFailure.Busy(folder, Key, TimeSpan.FromSeconds(10));
        var nobodys = FileFailure.Busy(folder, key: null, TimeSpan.FromSeconds(10));
        var unlocked = FileFailure.Unlocked(folder);
        var other = FileFailure.Of(new InvalidOperationException("s3cret"), folder, "calendar");

        Assert.Multiple(() =>
        {
            Assert.That(busy.Message, Is.EqualTo($"{Key}: {Place}another process has been writing for 10 seconds. Look for one that is stopped or hangs. What it keeps is as it was."));
            Assert.That((busy.Profile, busy.IsTransient, nobodys.Profile), Is.EqualTo(("calendar", true, string.Empty)));
            Assert.That(nobodys.Message, Does.StartWith($"The connections: {Place}another process"));
            Assert.That(unlocked.Message, Is.EqualTo($"The connections: {Place}its file system does not lock files, or DOTNET_SYSTEM_IO_DISABLEFILELOCKING is set, so that processes would overwrite each other. Use a local disk. What it keeps is as it was."));
            Assert.That((unlocked.Profile, unlocked.IsTransient), Is.EqualTo((string.Empty, false)));
            Assert.That((other.Message, other.IsTransient), Is.EqualTo(($"The connections: {Place}it failed with InvalidOperationException. What it keeps is as it was.", true)));
        });
    }

    [Test]
    public void What_is_kept_of_one_connection_and_what_locks_it_are_different_files()
    {
        var folder = new FileFolder(Root, TimeProvider.System);
        string[] files = [folder.FileOf("a"), folder.FileOf("b"), folder.LeaseOf("a"), folder.LeaseOf("b"), folder.LockOf(1), folder.LockOf(2), folder.Connections, folder.Consents];

        Assert.That(files, Is.Unique);
        Assert.That(files.Select(file => Path.GetDirectoryName(file)!.Length >= Root.Length && file.Length > Root.Length), Is.All.True);
    }

    private static bool CanWrite(string directory)
    {
        try
        {
            File.WriteAllText(Path.Combine(directory, "probe"), string.Empty);
            File.Delete(Path.Combine(directory, "probe"));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static FileConnectionStore Open(string directory) => new(directory, Rings.Sealer());

    private static async Task CheckAllFailAsync(FileConnectionStore store, string fault, bool? isTransient)
    {
        await CheckFailsAsync(async () => await store.ReadAsync(Key), fault, isTransient);
        await CheckFailsAsync(async () => await store.TryWriteAsync(SampleConnections.Small(Key), 0), fault, isTransient);
        await CheckFailsAsync(async () => await store.DeleteAsync(Key), fault, isTransient);
        await CheckFailsAsync(async () => await store.TryLeaseAsync(Key, TimeSpan.FromSeconds(1)), fault, isTransient);
        await CheckFailsAsync(async () => await store.ListAsync("calendar").GetAsyncEnumerator().MoveNextAsync(), fault, isTransient);
    }

    private static async Task CheckFailsAsync(Func<Task> call, string fault, bool? isTransient)
    {
        var error = await Assert.ThrowsAsync<AuthorizationException>(() => call());
        Check(error!, fault, isTransient);
    }

    private static void Check(AuthorizationException error, string fault, bool? isTransient)
    {
        Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.StoreFailure));
        Assert.That(error.Profile, Is.EqualTo("calendar"));
        Assert.That(error.IsTransient, Is.EqualTo(isTransient ?? error.IsTransient));
        Assert.That(error.Message, Does.Contain(fault).And.Contain("AuthProfiles:FileStore:Directory").And.Contain("authprofiles-").And.Not.Contain("s3cret"));
        Assert.That(error.InnerException, Is.Null);
    }
}
