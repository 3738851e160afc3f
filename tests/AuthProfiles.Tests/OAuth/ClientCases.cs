using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

/// <summary>Clients, and every way in which one is authenticated.</summary>
internal static class ClientCases
{
    public const string Secret = "s3cret-s3cret-s3cret-s3cret-s3cret";

    public static readonly Uri Address = new("https://login.example/token?tenant=acme");

    /// <summary>Gets a client with everything that any way needs.</summary>
    public static ClientIdentity Whole { get; } = new("id", Secret, Key(RfcKeys.Ec));

    /// <summary>Gets every way, by a name that a test case can have.</summary>
    public static IReadOnlyDictionary<string, IClientAuthentication> Ways { get; } = Enum.GetValues<ClientAuthentication>()
        .ToDictionary(static way => $"{way}", static way => ClientAuthentications.Of(way))
        .Concat(
        [
            new("Basic, raw", ClientAuthentications.Of(ClientAuthentication.Basic, BasicEncoding.Raw)),
            new("Basic, secret as user", ClientAuthentications.Of(ClientAuthentication.Basic, BasicEncoding.SecretAsUser)),
        ])
        .ToDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Ways.Keys;

    public static SigningKey Key(string text, string? id = null, string? algorithm = null)
    {
        Assert.That(new SigningKeyReader(id, algorithm).TryRead(text, out var key, out var fault), Is.True, fault);
        return key!;
    }

    /// <summary>Authenticates one attempt of a request without parameters.</summary>
    public static TokenAttempt Authenticate(IClientAuthentication way, ClientIdentity client, DateTimeOffset? now = null)
    {
        var attempt = new TokenAttempt([], client, Address, now ?? TokenTime.Start);
        Assert.That(way.Fault(client), Is.Null);
        way.Authenticate(attempt);
        return attempt;
    }

    /// <summary>Returns the value of a parameter that is there once, or null.</summary>
    public static string? Parameter(this TokenAttempt attempt, string name) => attempt.Parameters.SingleOrDefault(parameter => parameter.Key == name).Value;
}
