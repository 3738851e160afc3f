using AuthProfiles;

namespace Snippets.Session;

/// <summary>What a profile of the session kind can be told.</summary>
public sealed class SessionOptions : ProfileOptions
{
    public string? LoginUrl { get; set; }

    public string? Username { get; set; }

    public SecretValue? Password { get; set; }
}
