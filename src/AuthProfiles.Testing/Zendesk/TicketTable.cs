namespace AuthProfiles.Testing.Zendesk;

/// <summary>The tickets of an account in the orders in which they are read, by id and by change, so that a page of many tickets costs no more than one of few.</summary>
/// <remarks>Not thread-safe; <see cref="LocalTickets"/> takes turns.</remarks>
internal sealed class TicketTable
{
    private readonly List<LocalTicket> _tickets = [];
    private readonly SortedDictionary<long, LocalDeletion> _deletions = [];
    private readonly SortedSet<(long Changed, long Id)> _changes = [];

    public int Count => _tickets.Count;

    public IEnumerable<LocalTicket> All => _tickets;

    public IEnumerable<LocalDeletion> Deletions => _deletions.Values;

    public LocalTicket? Find(long id) => IndexOf(id) is var index and >= 0 ? _tickets[index] : null;

    public LocalDeletion? FindDeletion(long id) => _deletions.GetValueOrDefault(id);

    /// <summary>Adds a ticket, or puts it in the place of the one with its id.</summary>
    public void Store(LocalTicket ticket)
    {
        var index = IndexOf(ticket.Id);
        if (index >= 0)
        {
            _changes.Remove(Key(_tickets[index]));
            _tickets[index] = ticket;
        }
        else
        {
            _tickets.Insert(~index, ticket);
        }

        _changes.Add(Key(ticket));
    }

    public void Delete(LocalDeletion deletion)
    {
        var index = IndexOf(deletion.Ticket.Id);
        _changes.Remove(Key(_tickets[index]));
        _tickets.RemoveAt(index);
        _deletions.Add(deletion.Ticket.Id, deletion);
        _changes.Add(Key(deletion.Exported));
    }

    /// <summary>Takes a ticket out of the trash.</summary>
    public bool Forget(long id) => _deletions.Remove(id, out var deletion) && _changes.Remove(Key(deletion.Exported));

    /// <summary>Returns the tickets that follow an id.</summary>
    public List<LocalTicket> After(long id, int count)
    {
        var index = IndexOf(id);
        var from = index >= 0 ? index + 1 : ~index;
        return _tickets.GetRange(from, Math.Min(count, _tickets.Count - from));
    }

    /// <summary>Returns what was changed after a place and no later than a second of Unix, the earliest first, deleted tickets too.</summary>
    public IEnumerable<LocalTicket> Changed(PagePosition after, long until)
    {
        var from = (after.Major, after.Minor + 1);
        return from.CompareTo((until, long.MaxValue)) > 0 ? [] : _changes.GetViewBetween(from, (until, long.MaxValue)).Select(key => Find(key.Id) ?? _deletions[key.Id].Exported);
    }

    private static (long Changed, long Id) Key(LocalTicket ticket) => (ticket.GeneratedAt.ToUnixTimeSeconds(), ticket.Id);

    // As List.BinarySearch: the complement of where it belongs, if it isn't there.
    private int IndexOf(long id)
    {
        var (low, high) = (0, _tickets.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_tickets[middle].Id == id)
            {
                return middle;
            }

            (low, high) = _tickets[middle].Id < id ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
