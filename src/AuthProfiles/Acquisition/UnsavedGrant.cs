namespace AuthProfiles.Acquisition;

/// <summary>A grant that the provider has given and the store has not taken yet. Until it has, its refresh token is not redeemed.</summary>
/// <param name="Grant">The grant.</param>
/// <param name="Origin">The connection as it was when the grant was asked for.</param>
/// <param name="Turn">The turn in which it was obtained. It lasts until the grant is saved: nobody else is to redeem the token that it has replaced.</param>
internal sealed record UnsavedGrant(Grant Grant, ConnectionTarget Origin, RenewalTurn? Turn = null);
