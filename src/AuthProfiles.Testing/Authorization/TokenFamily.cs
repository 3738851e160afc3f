namespace AuthProfiles.Testing.Authorization;

/// <summary>All tokens that come from one grant: they end together.</summary>
internal sealed class TokenFamily
{
    public bool IsEnded { get; private set; }

    public void End() => IsEnded = true;
}
