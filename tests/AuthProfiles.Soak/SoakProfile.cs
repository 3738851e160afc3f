using AuthProfiles.Soak.Server;

namespace AuthProfiles.Soak;

/// <summary>The one profile of the soak, whose users have consented to it in a browser once.</summary>
internal static class SoakProfile
{
    public const string Name = "soak";

    /// <summary>Describes the profile to an application.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="server">The address of the <see cref="RotatingServer"/>, with a slash at its end.</param>
    /// <param name="worker">Who asks for tokens, which the server keeps a book of.</param>
    public static void Describe(AuthorizationCodeOptions options, string server, string worker)
    {
        options.BaseUrl = server;
        options.AuthorizationUrl = $"{server}authorize";
        options.TokenUrl = $"{server}{worker}/token";
        options.ClientId = "soak";
        options.ClientSecret = "secret-of-the-soak";
    }

    public static IReadOnlyList<string> Users(int count) => [.. Enumerable.Range(0, count).Select(static number => $"user{number}")];

    /// <summary>Returns what a consent leaves behind.</summary>
    public static Connection Consented(string user, IssuedTokens tokens, Uri server)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new()
        {
            Key = new(Name, user: user),
            App = null,
            Grant = new()
            {
                AccessToken = tokens.AccessToken,
                RefreshToken = tokens.RefreshToken,
                ObtainedAt = now,
                ExpiresAt = now + tokens.Lifetime,
                Issuer = server.GetLeftPart(UriPartial.Authority),
            },
        };
    }
}
