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

    private readonly SortedDictionary<long, LocalTicket> _tickets = [];
    private readonly LocalUsers _users;
    private readonly TimeProvider _clock;
    private long _lastId;
    private long _comments;

    internal LocalTickets(LocalUsers users, TimeProvider clock)
    {
        _users = users;
        _clock = clock;
    }

    /// <summary>Gets how many tickets there are.</summary>
    public int Count
    {
        get
        {
            lock (_tickets)
            {
                return _tickets.Count;
            }
        }
    }

    /// <summary>Gets a ticket as it is now.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="KeyNotFoundException">There is no such ticket, or it was deleted.</exception>
    public LocalTicket this[long id] => Find(id) ?? throw new KeyNotFoundException($"There is no ticket {id}.");

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
        lock (_tickets)
        {
            return ((IEnumerable<LocalTicket>)[.. _tickets.Values]).GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal LocalTicket? Find(long id)
    {
        lock (_tickets)
        {
            return _tickets.GetValueOrDefault(id);
        }
    }

    /// <summary>Gives a draft its id, times and first comment.</summary>
    internal LocalTicket Add(LocalTicket draft, string description, bool isPublic = true)
    {
        lock (_tickets)
        {
            var now = draft.CreatedAt == default ? _clock.GetUtcNow() : draft.CreatedAt;
            var ticket = draft with
            {
                Id = ++_lastId,
                CreatedAt = now,
                UpdatedAt = now,
                Comments = [NewComment(draft.RequesterId, description, isPublic, now)],
            };
            _tickets.Add(ticket.Id, ticket);
            return ticket;
        }
    }

    /// <summary>Stores a changed ticket. Its time moves on even while the clock stands still, so a stale stamp is always noticed.</summary>
    internal LocalTicket Update(LocalTicket changed)
    {
        lock (_tickets)
        {
            var now = _clock.GetUtcNow();
            var next = _tickets[changed.Id].UpdatedAt.AddSeconds(1);
            var stored = changed with { UpdatedAt = now > next ? now : next };
            _tickets[changed.Id] = stored;
            return stored;
        }
    }

    internal LocalComment NewComment(long authorId, string body, bool isPublic, DateTimeOffset at) =>
        new() { Id = FirstCommentId + Interlocked.Increment(ref _comments), AuthorId = authorId, Body = body, IsPublic = isPublic, CreatedAt = at };

    internal bool Remove(long id)
    {
        lock (_tickets)
        {
            return _tickets.Remove(id);
        }
    }
}
