namespace AuthProfiles.Testing.Authorization;

/// <summary>Those who consent.</summary>
internal sealed class Accounts
{
    private readonly Dictionary<string, SecretValue> _passwords = new(StringComparer.Ordinal);

    /// <summary>Who sits at the browser.</summary>
    public string SignedIn { get; private set; } = "user";

    public bool Denies { get; private set; }

    public void SignIn(string userName) => (SignedIn, Denies) = (userName, false);

    public void Deny() => Denies = true;

    public void Add(string userName, SecretValue password) => _passwords[userName] = password;

    /// <summary>Says whether a password is right; where nobody has one, every one is.</summary>
    public bool Accepts(string userName, string password) =>
        _passwords.Count == 0 || (_passwords.TryGetValue(userName, out var known) && string.Equals(known.Reveal(), password, StringComparison.Ordinal));
}
