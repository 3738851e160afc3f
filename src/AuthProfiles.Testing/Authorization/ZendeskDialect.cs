using System.Globalization;
using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Zendesk: 201, a lifetime that is told only if it was asked for, and a token for scopes that don't exist.</summary>
internal sealed class ZendeskDialect : TokenDialect
{
    public override HttpStatusCode Success => HttpStatusCode.Created;

    public override string TokenType => "bearer";

    public override string DefaultScope => "read write";

    public override LocalResponse? Refuse(LocalRequest request, TokenParameters parameters, IReadOnlyList<string> scopes) =>
        parameters["expires_in"] is null || RequestedLifetime(parameters) is { TotalSeconds: >= 300 and <= 172_800 }
            ? null
            : TokenError.InvalidRequest("expires_in must be a number of seconds from 300 to 172800.");

    public override TimeSpan? RequestedLifetime(TokenParameters parameters) =>
        int.TryParse(parameters["expires_in"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    public override bool TellsLifetime(TokenParameters parameters) => parameters["expires_in"] is not null;
}
