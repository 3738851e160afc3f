using System.Collections.Immutable;

namespace AuthProfiles.Tests.OAuth;

/// <summary>One acquisition of an OAuth profile against a token endpoint.</summary>
internal static class ProfileCall
{
    public static async Task<Acquired> AcquireAsync(
        IAuthorizationProfile profile,
        TokenServer server,
        Grant? grant = null,
        bool isRenewal = false,
        string? tenant = null,
        string? user = null,
        params (string Key, string Value)[] inputs)
    {
        using var client = new HttpMessageInvoker(server, disposeHandler: false);
        return await profile.AcquireAsync(RequestFor(profile, client, server.Time, grant, isRenewal, tenant, user, inputs), default);
    }

    public static async Task<AuthorizationException> RefusalAsync(
        IAuthorizationProfile profile, TokenServer server, Grant? grant = null, bool isRenewal = false, params (string Key, string Value)[] inputs) =>
        (await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(profile, server, grant, isRenewal, inputs: inputs)))!;

    public static CredentialRequest RequestFor(
        IAuthorizationProfile profile,
        HttpMessageInvoker client,
        TimeProvider clock,
        Grant? grant = null,
        bool isRenewal = false,
        string? tenant = null,
        string? user = null,
        params (string Key, string Value)[] inputs)
    {
        var connection = new Connection
        {
            Key = new(profile.Definition.Name, tenant, user),
            Grant = grant,
            Inputs = inputs.ToImmutableDictionary(static input => input.Key, static input => new SecretValue(input.Value)),
        };
        return new(profile.Definition, connection, () => client, clock, isRenewal);
    }

    public static Grant GrantOf(string accessToken = "old", string? refreshToken = "rt-1", TimeSpan? age = null) => new()
    {
        AccessToken = accessToken,
        RefreshToken = refreshToken,
        ObtainedAt = TokenTime.Start - (age ?? TimeSpan.Zero),
        ExpiresAt = TokenTime.Start - (age ?? TimeSpan.Zero) + TimeSpan.FromHours(1),
        Issuer = "https://login.example",
    };

    /// <summary>Reads the parameters of a form; one that is there twice fails.</summary>
    public static Dictionary<string, string> Form(this SentMessage sent) => sent.Body.Split('&').Select(static pair => pair.Split('=')).ToDictionary(
        static pair => pair[0], static pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')), StringComparer.Ordinal);
}
