namespace AuthProfiles.Acquisition;

/// <summary>Calls a store of the application's. Whatever it throws becomes a typed error, and one that hangs and does not look at its token holds up nobody.</summary>
internal static class StoreCall
{
    /// <summary>Awaits a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failed">Makes the error. A driver's message may quote the connection string, so its type is all that may be told of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <typeparam name="TResult">What the store answers.</typeparam>
    /// <exception cref="AuthorizationException">The store failed.</exception>
    public static async ValueTask<TResult> GuardAsync<TResult>(Func<ValueTask<TResult>> call, Func<Exception, AuthorizationException> failed, CancellationToken cancellationToken)
    {
        try
        {
            var calling = call();
            return await (calling.IsCompleted ? calling : new(calling.AsTask().WaitAsync(cancellationToken))).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not AuthorizationException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw failed(error);
        }
    }
}
