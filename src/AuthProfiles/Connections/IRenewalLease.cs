namespace AuthProfiles;

/// <summary>The right to renew one connection's grant. Disposing it gives the right back.</summary>
/// <remarks>A lease spares the provider double renewals. Correctness rests on the version that a write names, not on the lease.</remarks>
public interface IRenewalLease : IAsyncDisposable
{
    /// <summary>Gets the connection whose renewal the lease covers.</summary>
    ConnectionKey Key { get; }
}
