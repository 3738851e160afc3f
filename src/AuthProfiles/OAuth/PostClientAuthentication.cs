namespace AuthProfiles.OAuth;

/// <summary>The client's id and secret as parameters of the body (<c>client_secret_post</c>).</summary>
internal sealed class PostClientAuthentication : IClientAuthentication
{
    /// <inheritdoc/>
    public void Authenticate(TokenRequest request, ClientIdentity client)
    {
        request.Add("client_id", client.Id);
        request.Add("client_secret", client.Secret.Reveal());
    }
}
