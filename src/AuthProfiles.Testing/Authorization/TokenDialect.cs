using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>How a token endpoint answers; this one by the book, derived ones by what their service does.</summary>
internal class TokenDialect
{
    private static readonly TokenDialect s_standard = new();
    private static readonly ZendeskDialect s_zendesk = new();
    private static readonly EntraDialect s_entra = new();

    public virtual HttpStatusCode Success => HttpStatusCode.OK;

    public virtual string TokenType => "Bearer";

    /// <summary>The scope of a request that names none.</summary>
    public virtual string DefaultScope => string.Empty;

    public static TokenDialect Of(LocalRequest request) => request.Segments switch
    {
        [.., "oauth", "tokens"] => s_zendesk,
        [_, "oauth2", "v2.0", "token"] => s_entra,
        _ => s_standard,
    };

    /// <summary>What the service refuses beyond the standard, or null.</summary>
    public virtual LocalResponse? Refuse(LocalRequest request, TokenParameters parameters, IReadOnlyList<string> scopes) => null;

    public virtual TimeSpan? RequestedLifetime(TokenParameters parameters) => null;

    public virtual bool TellsLifetime(TokenParameters parameters) => true;
}
