using System.Globalization;
using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Zendesk: 201, lifetimes that are told only if they were asked for, a token for scopes that don't exist, and renewals that end the old tokens.</summary>
internal sealed class ZendeskDialect : TokenDialect
{
    private const string Lifetime = "expires_in";
    private const string RefreshLifetime = "refresh_token_expires_in";

    public override HttpStatusCode Success => HttpStatusCode.Created;

    public override string TokenType => "bearer";

    public override string DefaultScope => "read write";

    public override bool RenewalEndsAccess => true;

    public override LocalResponse? Refuse(TokenParameters parameters) =>
        Refuse(parameters, Lifetime, 300, 172_800) ?? Refuse(parameters, RefreshLifetime, 604_800, 7_776_000);

    public override bool Knows(string grantType) => grantType is GrantTypes.AuthorizationCode or GrantTypes.RefreshToken or GrantTypes.ClientCredentials;

    public override TimeSpan? RequestedLifetime(TokenParameters parameters) => Read(parameters[Lifetime]);

    public override TimeSpan? RequestedRefreshLifetime(TokenParameters parameters) => Read(parameters[RefreshLifetime]);

    public override bool TellsLifetime(TokenParameters parameters) => parameters[Lifetime] is not null;

    // An account's own address: tokens of one are worth nothing at another.
    public override string IssuerOf(LocalRequest request)
    {
        var address = request.Uri.GetLeftPart(UriPartial.Path);
        return address[..address.LastIndexOf("/oauth/", StringComparison.Ordinal)];
    }

    public override bool IsSameServer(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static LocalResponse? Refuse(TokenParameters parameters, string name, int least, int most) =>
        parameters[name] is not { } text || (Read(text) is { TotalSeconds: var seconds } && seconds >= least && seconds <= most)
            ? null
            : TokenError.InvalidRequest(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number of seconds from {least} to {most}."));

    private static TimeSpan? Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
