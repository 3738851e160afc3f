namespace AuthProfiles.Acquisition;

/// <summary>A connection from which the provider gives no more tokens. What is refused for good is not sent again: a password would lock its account.</summary>
internal sealed class SpentConnection(Connection connection, AuthorizationException error, bool inputsRefused)
{
    public AuthorizationException Error => error;

    /// <summary>Says whether a connection would offer the provider the same again.</summary>
    public bool IsSameAs(Connection other) =>
        ((inputsRefused && other.Grant is null)
            || (Equals(connection.Grant?.AccessToken, other.Grant?.AccessToken) && Equals(connection.Grant?.RefreshToken, other.Grant?.RefreshToken)))
        && connection.Inputs.Count == other.Inputs.Count
        && connection.Inputs.All(input => other.Inputs.TryGetValue(input.Key, out var value) && value.Equals(input.Value));
}
