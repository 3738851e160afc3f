using System.Collections;
using System.Diagnostics.CodeAnalysis;
using AuthProfiles.Testing.Zendesk;

namespace AuthProfiles.Testing;

/// <summary>The tickets of a local Zendesk account, by id.</summary>
/// <remarks>Thread-safe; enumerating goes over a copy, in the order of the ids.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Read as a word of the service: account.Tickets.")]
public sealed class LocalTickets : IReadOnlyCollection<LocalTicket>
{
    private const long FirstCommentId = 80_000_000_000_001;

    private readonly TicketTable _tickets = new();
    private readonly LocalUsers _users;
    private readonly TimeProvider _clock;
    private readonly Action _settle;
    private long _lastId;
    private long _comments;

    /// <summary>Initializes a new instance of the <see cref="LocalTickets"/> class.</summary>
    /// <param name="users">The account's users.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="settle">Carries out the jobs whose time has come, before a test looks.</param>
    internal LocalTickets(LocalUsers users, TimeProvider clock, Action settle)
    {
        _users = users;
        _clock = clock;
        _settle = settle;
    }

    /// <summary>Gets how many tickets there are.</summary>
    public int Count
    {
        get
        {
            _settle();
            lock (_tickets)
            {
                return _tickets.Count;
            }
        }
    }

    /// <summary>Gets a ticket as it is now.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="KeyNotFoundException">There is no such ticket, or it was deleted.</exception>
    public LocalTicket this[long id]
    {
        get
        {
            _settle();
            return Find(id) ?? throw new KeyNotFoundException($"There is no ticket {id}.");
        }
    }

    /// <summary>Adds a ticket of an end user.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="description">The text; null for the subject once more.</param>
    /// <param name="status">The status.</param>
    /// <param name="priority">The priority, or null for none.</param>
    /// <param name="tags">The tags, or null for none.</param>
    /// <returns>The ticket, with its id.</returns>
    /// <exception cref="ArgumentException">The status or the priority is none of Zendesk's.</exception>
    public LocalTicket Add(string subject, string? description = null, string status = "open", string? priority = null, IEnumerable<string>? tags = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(subject);
        TicketRules.ThrowIfNotOneOf(TicketRules.Statuses, status, nameof(status));
        TicketRules.ThrowIfNotOneOf(TicketRules.Priorities, priority, nameof(priority));
        var draft = new LocalTicket
        {
            Subject = subject,
            Status = status,
            Priority = priority,
            Tags = TicketTags.Normalize(tags ?? []),
            RequesterId = _users.Add("customer@local.example").Id,
        };
        return Add(draft, description ?? subject);
    }

    /// <summary>Adds tickets from JSON Lines: one object a line, empty lines skipped.</summary>
    /// <param name="stream">UTF-8 text; it stays open.</param>
    /// <returns>How many tickets were added.</returns>
    /// <remarks>
    /// Members: <c>subject</c> (required), <c>description</c>, <c>requester</c> with <c>email</c> and <c>name</c>, <c>priority</c>, <c>status</c> (else open),
    /// <c>tags</c>, <c>created_at</c> (ISO 8601, else now), <c>language</c> (the requester's). Others are ignored.
    /// </remarks>
    /// <exception cref="FormatException">A line is no such object; the message names the line. Nothing was added.</exception>
    public int LoadJsonLines(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var seeds = TicketSeed.Read(stream);
        foreach (var seed in seeds)
        {
            Add(seed.ToTicket(_users), seed.Description ?? seed.Subject);
        }

        return seeds.Count;
    }

    /// <inheritdoc/>
    public IEnumerator<LocalTicket> GetEnumerator()
    {
        _settle();
        return ((IEnumerable<LocalTicket>)Read(static table => table.All.ToArray())).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal LocalTicket? Find(long id) => Read(table => table.Find(id));

    internal LocalDeletion? FindDeletion(long id) => Read(table => table.FindDeletion(id));

    internal IReadOnlyList<LocalDeletion> Deletions() => Read(static table => table.Deletions.ToArray());

    /// <summary>Returns the tickets that follow an id.</summary>
    internal List<LocalTicket> After(long id, int count) => Read(table => table.After(id, count));

    /// <summary>Returns what was changed after a place and no later than a second of Unix.</summary>
    internal List<LocalTicket> Changed(PagePosition after, long until, int count) => Read(table => table.Changed(after, until).Take(count).ToList());

    /// <summary>Gives a draft its id, its first comment, and the times that it has none of.</summary>
    internal LocalTicket Add(LocalTicket draft, string description, bool isPublic = true, IReadOnlyList<LocalAttachment>? files = null)
    {
        lock (_tickets)
        {
            var created = draft.CreatedAt == default ? _clock.GetUtcNow() : draft.CreatedAt;
            var updated = draft.UpdatedAt == default ? created : draft.UpdatedAt;
            var ticket = draft with
            {
                Id = ++_lastId,
                CreatedAt = created,
                UpdatedAt = updated,
                GeneratedAt = draft.GeneratedAt == default ? updated : draft.GeneratedAt,
                Comments = draft.Comments.Count > 0 ? draft.Comments : [NewComment(draft.RequesterId, description, isPublic, created) with { Attachments = files ?? [] }],
            };
            _tickets.Store(ticket);
            return ticket;
        }
    }

    /// <summary>Stores a changed ticket. Its time moves on even while the clock stands still, so a stale stamp is always noticed.</summary>
    internal LocalTicket Update(LocalTicket changed)
    {
        lock (_tickets)
        {
            var at = Later(_tickets.Find(changed.Id)!.UpdatedAt);
            var stored = changed with { UpdatedAt = at, GeneratedAt = at };
            _tickets.Store(stored);
            return stored;
        }
    }

    internal LocalComment NewComment(long authorId, string body, bool isPublic, DateTimeOffset at) =>
        new() { Id = FirstCommentId + Interlocked.Increment(ref _comments), AuthorId = authorId, Body = body, IsPublic = isPublic, CreatedAt = at };

    /// <summary>Moves a ticket to the trash.</summary>
    internal bool Delete(long id, LocalUser actor)
    {
        lock (_tickets)
        {
            if (_tickets.Find(id) is not { } ticket)
            {
                return false;
            }

            _tickets.Delete(new LocalDeletion(ticket, actor, Later(ticket.UpdatedAt)));
            return true;
        }
    }

    internal bool Restore(long id)
    {
        lock (_tickets)
        {
            if (_tickets.FindDeletion(id) is not { } deletion)
            {
                return false;
            }

            var at = Later(deletion.At);
            _tickets.Forget(id);
            _tickets.Store(deletion.Ticket with { UpdatedAt = at, GeneratedAt = at });
            return true;
        }
    }

    /// <summary>Deletes for good what is in the trash.</summary>
    internal bool Forget(long id) => Read(table => table.Forget(id));

    private DateTimeOffset Later(DateTimeOffset before)
    {
        var now = _clock.GetUtcNow();
        return now > before.AddSeconds(1) ? now : before.AddSeconds(1);
    }

    private T Read<T>(Func<TicketTable, T> read)
    {
        lock (_tickets)
        {
            return read(_tickets);
        }
    }
}
