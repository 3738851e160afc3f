namespace AuthProfiles.OAuth;

/// <summary>The client's id and secret as parameters of the body (<c>client_secret_post</c>).</summary>
internal sealed class PostClientAuthentication : IClientAuthentication
{
    /// <inheritdoc/>
    public void Authenticate(TokenRequest request)
    {
        request.Add("client_id", request.Client.Id);
        request.Add("client_secret", request.Client.Secret.Reveal());
    }
}
