using System.Security.Cryptography;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>An OAuth profile that needs nobody, with all its secrets planted.</summary>
internal sealed record GrantCase(string Name, Action<AuthProfilesBuilder, string, CanaryRun> Declare)
{
    public const string Profile = "orders";

    private static readonly Lazy<string> s_key = new(CreateKey);

    public static GrantCase[] All { get; } =
    [
        new("client credentials, Basic", static (profiles, url, run) => profiles.AddClientCredentials(Profile, o => Tell(o, url, run, ClientAuthentication.Basic))),
        new("client credentials, Post", static (profiles, url, run) => profiles.AddClientCredentials(Profile, o => Tell(o, url, run, ClientAuthentication.Post))),
        new("client credentials, SecretJwt", static (profiles, url, run) => profiles.AddClientCredentials(Profile, o => Tell(o, url, run, ClientAuthentication.SecretJwt))),
        new("client credentials, PrivateKeyJwt", static (profiles, url, run) => profiles.AddClientCredentials(Profile, o => Tell(o, url, run, ClientAuthentication.PrivateKeyJwt))),
        new("client credentials, two secrets", static (profiles, url, run) => profiles.AddClientCredentials(Profile, o =>
        {
            Tell(o, url, run, ClientAuthentication.Post);
            o.SecondaryClientSecret = run.Plant("second client secret", isSent: false);
        })),
        new("password", static (profiles, url, run) => profiles.AddPassword(Profile, o =>
        {
            Tell(o, url, run, ClientAuthentication.Basic);
            (o.AllowPasswordGrant, o.Username, o.Password) = (true, "mia", run.Plant("password", "+/~=&\"ä"));
        })),
        new("refresh token", static (profiles, url, run) => profiles.AddRefreshToken(Profile, o =>
        {
            Tell(o, url, run, ClientAuthentication.Post);
            o.RefreshToken = run.Plant("refresh token");
        })),
        new("token exchange", static (profiles, url, run) => profiles.AddTokenExchange(Profile, o =>
        {
            Tell(o, url, run, ClientAuthentication.Post);
            var (subject, actor) = (run.Plant("subject token"), run.Plant("actor token"));
            o.SubjectToken = (_, _) => new(new SecretValue(subject));
            o.ActorToken = (_, _) => new(new SecretValue(actor));
        })),
        new("JWT bearer", static (profiles, url, run) => profiles.AddJwtBearer(Profile, o => Tell(o, url, run, ClientAuthentication.PrivateKeyJwt))),
    ];

    public override string ToString() => Name;

    /// <summary>Fills in what every OAuth profile has.</summary>
    public static void Tell(OAuthOptions options, string url, CanaryRun run, ClientAuthentication way)
    {
        options.BaseUrl = url + "api/";
        options.TokenUrl = url + "token";
        options.RevocationUrl = url + "revoke";
        options.ClientId = "app";
        options.ClientAuthentication = way;
        options.Probe = "GET me";
        if (way is ClientAuthentication.PrivateKeyJwt)
        {
            options.ClientKey = s_key.Value;
            run.Learn("private key", s_key.Value.Split('\n')[3].Trim());
        }
        else
        {
            options.ClientSecret = run.Plant("client secret", "+/~=&:ä", isSent: way is not ClientAuthentication.SecretJwt);
        }
    }

    private static string CreateKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
