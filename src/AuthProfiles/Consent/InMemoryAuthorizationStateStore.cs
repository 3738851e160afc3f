namespace AuthProfiles;

/// <summary>Keeps consents that have begun in the memory of this process.</summary>
/// <remarks>Thread-safe. At most ten of one owner and 10,000 in all: the oldest of the same owner goes first, then the oldest of all, so that a flood costs no memory.</remarks>
/// <param name="clock">The clock that ends them; null is the system's.</param>
public sealed class InMemoryAuthorizationStateStore(TimeProvider? clock = null) : IAuthorizationStateStore
{
    private const int MostOfOne = 10;
    private const int Most = 10_000;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly object _gate = new();
    private readonly Dictionary<string, LinkedListNode<PendingAuthorization>> _byState = new(StringComparer.Ordinal);
    private readonly Dictionary<ConnectionKey, LinkedList<string>> _byOwner = [];
    private readonly LinkedList<PendingAuthorization> _byAge = [];

    /// <inheritdoc/>
    public ValueTask SaveAsync(PendingAuthorization pending, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        var place = PlaceOf(pending.State);
        lock (_gate)
        {
            RemoveExpired();
            if (_byOwner.TryGetValue(pending.Key, out var own) && own.Count >= MostOfOne)
            {
                Remove(_byState[own.First!.Value]);
            }

            if (_byState.Count >= Most)
            {
                Remove(_byAge.First!);
            }

            _byState.Add(place, _byAge.AddLast(pending));
            if (!_byOwner.TryGetValue(pending.Key, out own))
            {
                _byOwner[pending.Key] = own = [];
            }

            own.AddLast(place);
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<PendingAuthorization?> TakeAsync(SecretValue state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        var place = PlaceOf(state);
        lock (_gate)
        {
            RemoveExpired();
            if (!_byState.TryGetValue(place, out var node))
            {
                return new((PendingAuthorization?)null);
            }

            // What is left of it says that the callback comes a second time.
            var taken = node.Value;
            node.Value = PendingAuthorizationSealer.Spend(taken);
            return new(taken);
        }
    }

    // The state itself is never a key: how long a look takes would tell how much of a guess is right.
    private static string PlaceOf(SecretValue state) => Convert.ToHexString(PendingAuthorizationSealer.PlaceOf(state));

    // All live equally long but for what their makers say, so the oldest end first, or are dropped for their age.
    private void RemoveExpired()
    {
        var now = _clock.GetUtcNow();
        while (_byAge.First is { } oldest && oldest.Value.ExpiresAt <= now)
        {
            Remove(oldest);
        }
    }

    private void Remove(LinkedListNode<PendingAuthorization> node)
    {
        var place = PlaceOf(node.Value.State);
        _byState.Remove(place);
        _byAge.Remove(node);
        var own = _byOwner[node.Value.Key];
        own.Remove(place);
        if (own.Count == 0)
        {
            _byOwner.Remove(node.Value.Key);
        }
    }
}
