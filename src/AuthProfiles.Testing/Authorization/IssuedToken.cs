namespace AuthProfiles.Testing.Authorization;

/// <summary>An access token, without its text.</summary>
internal sealed class IssuedToken(LocalToken info, TokenFamily family)
{
    private bool _isEnded;

    public LocalToken Info => info;

    public TokenFamily Family => family;

    public void End() => _isEnded = true;

    public bool Lives(DateTimeOffset now) => !_isEnded && !family.IsEnded && now < info.ExpiresAt;
}
