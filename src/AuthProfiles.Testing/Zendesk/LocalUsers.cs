using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace AuthProfiles.Testing;

/// <summary>The users of a local Zendesk account.</summary>
/// <remarks>Thread-safe; enumerating goes over a copy.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Read as a word of the service: account.Users.")]
public sealed class LocalUsers : IReadOnlyCollection<LocalUser>
{
    internal const string Admin = "admin";
    internal const string Agent = "agent";
    internal const string EndUser = "end-user";

    private const long FirstId = 9_000_000_000_001;

    private readonly List<LocalUser> _users = [];
    private readonly TimeProvider _clock;

    internal LocalUsers(TimeProvider clock)
    {
        _clock = clock;
        GetOrAdd("admin@local.example", Admin, "Local Admin");
    }

    /// <summary>Gets how many users there are.</summary>
    public int Count
    {
        get
        {
            lock (_users)
            {
                return _users.Count;
            }
        }
    }

    /// <summary>Gets the first user, as they are now.</summary>
    internal LocalUser Administrator => Find(FirstId)!;

    /// <summary>Adds a user, or returns the one who has the email.</summary>
    /// <param name="email">The email.</param>
    /// <param name="name">The name; null for the part of the email before the <c>@</c>. Ignored if the user is there.</param>
    /// <returns>The user.</returns>
    public LocalUser Add(string email, string? name = null) => GetOrAdd(email, EndUser, name);

    /// <inheritdoc/>
    public IEnumerator<LocalUser> GetEnumerator()
    {
        lock (_users)
        {
            return ((IEnumerable<LocalUser>)[.. _users]).GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal LocalUser GetOrAdd(string email, string role, string? name = null, string? locale = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(email);
        lock (_users)
        {
            if (Find(email) is { } known)
            {
                return known;
            }

            var now = _clock.GetUtcNow();
            return Store(new() { Email = email, Name = name ?? email.Split('@')[0], Role = role, Locale = locale, CreatedAt = now, UpdatedAt = now });
        }
    }

    /// <summary>Adds a user who has no id yet, or puts them in the place of the one with theirs.</summary>
    internal LocalUser Store(LocalUser user)
    {
        lock (_users)
        {
            if (user.Id != 0)
            {
                _users[(int)(user.Id - FirstId)] = user;
                return user;
            }

            var added = user with { Id = FirstId + _users.Count };
            _users.Add(added);
            return added;
        }
    }

    internal LocalUser? Find(string email)
    {
        lock (_users)
        {
            return _users.Find(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase));
        }
    }

    internal LocalUser? Find(long id)
    {
        lock (_users)
        {
            return _users.Find(user => user.Id == id);
        }
    }
}
