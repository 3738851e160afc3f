namespace AuthProfiles.OAuth;

/// <summary>Revokes as far as it can be done in a short time: whoever does it has done with the grant, whatever becomes of it.</summary>
internal static class RevocationAttempt
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Runs a revocation for ten seconds at the longest. It never fails.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="revoke">Revokes, and says whether it did.</param>
    /// <param name="cancellationToken">Ends it before.</param>
    /// <returns>True where the provider has revoked it.</returns>
    public static async Task<bool> RunAsync(TimeProvider clock, Func<CancellationToken, Task<bool>> revoke, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await revoke(both.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The connection has ended here already: whatever a handler or a store throws must not reach who ended it, nor undo what took its place.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
