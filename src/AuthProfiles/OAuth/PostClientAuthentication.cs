namespace AuthProfiles.OAuth;

/// <summary>The client's id and secret as parameters of the body (<c>client_secret_post</c>).</summary>
internal sealed class PostClientAuthentication : IClientAuthentication
{
    /// <inheritdoc/>
    public string? Fault(ClientIdentity client) => client.Secret is null ? ClientFaults.NoSecret : null;

    /// <inheritdoc/>
    public void Authenticate(TokenAttempt attempt)
    {
        attempt.Add("client_id", attempt.Client.Id);
        attempt.Add("client_secret", attempt.Client.Secret!.Reveal());
    }
}
