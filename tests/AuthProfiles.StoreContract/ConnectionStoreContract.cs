namespace AuthProfiles.StoreContract;

/// <summary>What every connection store promises. A store joins by a fixture that derives from this and opens it.</summary>
public abstract class ConnectionStoreContract
{
    private static readonly ConnectionKey Key = new("calendar", "acme", "mia");
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Opens a store over the data of the test that runs. Opened twice in one test, both see the same data, as two processes would; a store that can't returns the same one.</summary>
    protected abstract ValueTask<IConnectionStore> OpenAsync();

    /// <summary>Lets time pass for the stores that are open, by their clocks or by what they count it with.</summary>
    /// <param name="time">How long.</param>
    protected abstract ValueTask LiveAsync(TimeSpan time);

    [Test]
    public async Task What_nobody_wrote_is_absent()
    {
        var store = await OpenAsync();
        Assert.That(await store.ReadAsync(Key), Is.Null);
        Assert.That(await StoredKeys.OfAsync(store, "calendar"), Is.Empty);
        Assert.That(await store.DeleteAsync(Key), Is.False);
    }

    [Test]
    public async Task Everything_comes_back_as_it_was_written()
    {
        var store = await OpenAsync();
        var written = await store.TryWriteAsync(SampleConnections.Full(Key), 0);
        var read = await (await OpenAsync()).ReadAsync(Key);
        SameConnection.Check(read?.Connection, SampleConnections.Full(Key));
        Assert.That(read!.Version, Is.EqualTo(written).And.GreaterThan(0));
        Assert.That(read.Fault, Is.Null);
    }

    [Test]
    public async Task A_connection_with_its_key_alone_comes_back()
    {
        var store = await OpenAsync();
        await store.TryWriteAsync(new() { Key = Key }, 0);
        SameConnection.Check((await store.ReadAsync(Key))?.Connection, new() { Key = Key });
    }

    [Test]
    public async Task A_large_connection_comes_back()
    {
        var store = await OpenAsync();
        var large = SampleConnections.Large(Key, 256 * 1024);
        var version = await store.TryWriteAsync(large, 0);
        SameConnection.Check((await store.ReadAsync(Key))?.Connection, large);

        // The shorter one leaves nothing of the longer one behind.
        await store.TryWriteAsync(SampleConnections.Small(Key), version!.Value);
        SameConnection.Check((await store.ReadAsync(Key))?.Connection, SampleConnections.Small(Key));
    }

    [Test]
    public async Task Every_write_raises_the_version()
    {
        var store = await OpenAsync();
        long version = 0;
        for (var i = 0; i < 5; i++)
        {
            var next = await store.TryWriteAsync(SampleConnections.Small(Key, $"access-{i}"), version);
            Assert.That(next, Is.GreaterThan(version));
            version = next!.Value;
            Assert.That((await store.ReadAsync(Key))!.Version, Is.EqualTo(version));
        }

        Assert.That(await TokenAsync(store), Is.EqualTo("access-4"));
    }

    [Test]
    public async Task A_write_that_names_another_version_changes_nothing()
    {
        var store = await OpenAsync();
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key), 1), Is.Null, "there is none yet");
        Assert.That(await store.ReadAsync(Key), Is.Null);

        var first = (await store.TryWriteAsync(SampleConnections.Small(Key, "first"), 0))!.Value;
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key, "late"), 0), Is.Null, "there is one");
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key, "late"), first + 1), Is.Null, "the next version");
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key, "late"), -1), Is.Null, "no version at all");
        var second = (await store.TryWriteAsync(SampleConnections.Small(Key, "second"), first))!.Value;
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key, "late"), first), Is.Null, "an old version");
        Assert.That(await TokenAsync(store), Is.EqualTo("second"));
        Assert.That((await store.ReadAsync(Key))!.Version, Is.EqualTo(second));
    }

    [Test]
    public async Task A_deleted_connection_is_absent_and_beats_a_late_write()
    {
        var store = await OpenAsync();
        var version = (await store.TryWriteAsync(SampleConnections.Small(Key), 0))!.Value;
        Assert.That(await store.DeleteAsync(Key), Is.True);
        Assert.That(await store.ReadAsync(Key), Is.Null);
        Assert.That(await StoredKeys.OfAsync(store, "calendar"), Is.Empty);
        Assert.That(await store.DeleteAsync(Key), Is.False, "a second time");
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key), version), Is.Null, "the version before the deletion");
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key), version + 1), Is.Null, "the version of the deletion");
        Assert.That(await store.ReadAsync(Key), Is.Null);
    }

    [Test]
    public async Task After_a_deletion_a_new_connection_has_a_higher_version()
    {
        var store = await OpenAsync();
        var before = (await store.TryWriteAsync(SampleConnections.Small(Key), 0))!.Value;
        await store.DeleteAsync(Key);
        var after = await store.TryWriteAsync(SampleConnections.Small(Key, "again"), 0);
        Assert.That(after, Is.GreaterThan(before + 1), "higher than the deletion's own");
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key, "late"), before), Is.Null);
        Assert.That(await TokenAsync(store), Is.EqualTo("again"));
    }

    [Test]
    public async Task Names_that_resemble_each_other_are_different_connections()
    {
        var store = await OpenAsync();
        foreach (var key in OddNames.Keys)
        {
            Assert.That(await store.TryWriteAsync(SampleConnections.Small(key, $"of {key.Profile}|{key.Tenant}|{key.User}"), 0), Is.Not.Null, key.ToString());
        }

        var again = await OpenAsync();
        foreach (var key in OddNames.Keys)
        {
            SameConnection.Check((await again.ReadAsync(key))?.Connection, SampleConnections.Small(key, $"of {key.Profile}|{key.Tenant}|{key.User}"));
        }
    }

    [Test]
    public async Task The_connections_of_one_profile_are_listed_and_no_others()
    {
        var store = await OpenAsync();
        foreach (var key in OddNames.Keys)
        {
            await store.TryWriteAsync(SampleConnections.Small(key), 0);
        }

        foreach (var profile in OddNames.Keys.GroupBy(static key => key.Profile, StringComparer.Ordinal))
        {
            Assert.That(await StoredKeys.OfAsync(store, profile.Key), Is.EquivalentTo(profile), profile.Key);
        }

        Assert.That(await StoredKeys.OfAsync(store, "cal%"), Is.Empty, "no pattern");
        Assert.That(await StoredKeys.OfAsync(store, "nobody's"), Is.Empty);
    }

    [Test]
    public async Task Of_many_writers_of_one_version_exactly_one_wins()
    {
        var store = await OpenAsync();
        long version = 0;
        for (var round = 0; round < 10; round++)
        {
            var expected = version;
            var writes = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
                (Writer: writer, Version: await store.TryWriteAsync(SampleConnections.Small(Key, $"access-{writer}"), expected)))));
            var winner = writes.Single(static write => write.Version is not null);
            Assert.That(winner.Version, Is.GreaterThan(expected));
            Assert.That(await TokenAsync(store), Is.EqualTo($"access-{winner.Writer}"));
            version = winner.Version!.Value;
        }
    }

    [Test]
    public async Task No_update_is_lost_when_many_write_at_once()
    {
        var store = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await AppendAsync(store, $"{writer}.{i}");
            }
        })));

        var label = (await store.ReadAsync(Key))!.Connection.AccountLabel!;
        Assert.That(label.Split(' ', StringSplitOptions.RemoveEmptyEntries), Is.EquivalentTo(
            from writer in Enumerable.Range(0, 8)
            from i in Enumerable.Range(0, 5)
            select $"{writer}.{i}"));
    }

    [Test]
    public async Task Of_a_write_and_a_deletion_at_once_both_end_in_order()
    {
        var store = await OpenAsync();
        for (var round = 0; round < 10; round++)
        {
            var version = (await store.ReadAsync(Key))?.Version ?? (await store.TryWriteAsync(SampleConnections.Small(Key), 0))!.Value;
            var write = Task.Run(async () => await store.TryWriteAsync(SampleConnections.Small(Key, "renewed"), version));
            var deletion = Task.Run(async () => await store.DeleteAsync(Key));
            Assert.That(await deletion, Is.True);
            await write;
            Assert.That(await store.ReadAsync(Key), Is.Null, "the deletion came last, or the write lost against it");
        }
    }

    [Test]
    public async Task A_lease_is_one_holders_until_it_is_given_back()
    {
        var store = await OpenAsync();
        var other = await OpenAsync();
        var lease = await store.TryLeaseAsync(Key, Minute);
        Assert.That(lease, Is.Not.Null);
        Assert.That(lease!.Key, Is.EqualTo(Key));
        Assert.That(await store.TryLeaseAsync(Key, Minute), Is.Null);
        Assert.That(await other.TryLeaseAsync(Key, Minute), Is.Null);

        await lease.DisposeAsync();
        await using var next = await other.TryLeaseAsync(Key, Minute);
        Assert.That(next, Is.Not.Null);
    }

    [Test]
    public async Task A_lease_lasts_as_long_as_its_holder()
    {
        var store = await OpenAsync();
        await using var held = await store.TryLeaseAsync(Key, Minute);
        Assert.That(held, Is.Not.Null);
        await LiveAsync(Minute * 2);
        Assert.That(await store.TryLeaseAsync(Key, Minute), Is.Null);
        Assert.That(await (await OpenAsync()).TryLeaseAsync(Key, Minute), Is.Null);
    }

    [Test]
    public async Task A_lease_that_was_given_back_gives_back_nothing_of_its_successors()
    {
        var store = await OpenAsync();
        var ended = await store.TryLeaseAsync(Key, Minute);
        await ended!.DisposeAsync();
        await using var next = await store.TryLeaseAsync(Key, Minute);
        Assert.That(next, Is.Not.Null);

        await ended.DisposeAsync();
        Assert.That(await store.TryLeaseAsync(Key, Minute), Is.Null);
    }

    [Test]
    public async Task A_lease_of_one_connection_says_nothing_of_others()
    {
        var store = await OpenAsync();
        var leases = new List<IRenewalLease?>();
        foreach (var key in OddNames.Keys)
        {
            leases.Add(await store.TryLeaseAsync(key, Minute));
        }

        Assert.That(leases, Has.None.Null);
        foreach (var lease in leases)
        {
            await lease!.DisposeAsync();
        }
    }

    [Test]
    public async Task Of_many_that_ask_for_a_lease_one_gets_it()
    {
        var store = await OpenAsync();
        var leases = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await store.TryLeaseAsync(Key, Minute))));
        await using var lease = leases.Single(static lease => lease is not null);
    }

    [Test]
    public async Task A_lease_keeps_nobody_from_reading_and_writing()
    {
        var store = await OpenAsync();
        await using var lease = await store.TryLeaseAsync(Key, Minute);
        Assert.That(await store.TryWriteAsync(SampleConnections.Small(Key), 0), Is.Not.Null);
        Assert.That(await TokenAsync(store), Is.EqualTo("access-1"));
        Assert.That(await store.DeleteAsync(Key), Is.True);
    }

    [Test]
    public async Task Who_has_cancelled_gets_no_answer_and_leaves_no_lease()
    {
        var store = await OpenAsync();
        await store.TryWriteAsync(SampleConnections.Small(Key), 0);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        Assert.That(async () => await store.ReadAsync(Key, source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await store.TryWriteAsync(SampleConnections.Small(Key), 0, source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await store.DeleteAsync(Key, source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await store.TryLeaseAsync(Key, Minute, source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await store.ListAsync("calendar", source.Token).GetAsyncEnumerator(source.Token).MoveNextAsync(), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(await TokenAsync(store), Is.EqualTo("access-1"));
        await using var lease = await store.TryLeaseAsync(Key, Minute);
        Assert.That(lease, Is.Not.Null);
    }

    private static async Task AppendAsync(IConnectionStore store, string word)
    {
        while (true)
        {
            var read = await store.ReadAsync(Key);
            Assert.That(read?.Fault, Is.Null, "what is being written is no fault");
            var connection = read?.Connection ?? new() { Key = Key };
            if (await store.TryWriteAsync(connection with { AccountLabel = $"{connection.AccountLabel} {word}" }, read?.Version ?? 0) is not null)
            {
                return;
            }
        }
    }

    private static async Task<string?> TokenAsync(IConnectionStore store) => (await store.ReadAsync(Key))?.Connection.Grant?.AccessToken.Reveal();
}
