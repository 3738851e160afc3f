namespace AuthProfiles.Acquisition;

/// <summary>A walk over the keys of a store's connections.</summary>
/// <remarks>Most stores are walked by iterators that the compiler makes, and these can't be disposed of while they move: where the caller has given up meanwhile, the walk ends with its move.</remarks>
/// <param name="open">Opens the walk, which may fail as each move may.</param>
internal sealed class StoreWalk(Func<IAsyncEnumerator<ConnectionKey>> open)
{
    private IAsyncEnumerator<ConnectionKey>? _keys;
    private Task<ConnectionKey?>? _move;

    /// <summary>Returns the next key, or null where there is none.</summary>
    public ValueTask<ConnectionKey?> NextAsync() => new(_move = MoveAsync());

    /// <summary>Ends the walk.</summary>
    /// <returns>False where it ends later, with the move under way.</returns>
    public async ValueTask<bool> EndAsync()
    {
        if (_move is { IsCompleted: false } move)
        {
            _ = EndAfterAsync(move);
            return false;
        }

        await DisposeAsync().ConfigureAwait(false);
        return true;
    }

    private async Task<ConnectionKey?> MoveAsync()
    {
        _keys ??= open();
        return await _keys.MoveNextAsync().ConfigureAwait(false) ? _keys.Current : null;
    }

    // Nobody waits any longer who could be told what fails.
    private async Task EndAfterAsync(Task move)
    {
        await move.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task DisposeAsync()
    {
        if (_keys is not null)
        {
            await _keys.DisposeAsync().ConfigureAwait(false);
        }
    }
}
