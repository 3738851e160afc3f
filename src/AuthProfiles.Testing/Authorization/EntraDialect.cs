using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Microsoft Entra: an app's own token is for one resource, in one directory.</summary>
internal sealed class EntraDialect : TokenDialect
{
    public override LocalResponse? Refuse(LocalRequest request, TokenParameters parameters, IReadOnlyList<string> scopes)
    {
        if (request.Segments[0] is "common" or "organizations" or "consumers")
        {
            return TokenError.InvalidRequest("AADSTS50194: Client credentials need the directory's id or a domain of it in the address.");
        }

        return scopes is [var scope] && scope.EndsWith("/.default", StringComparison.Ordinal)
            ? null
            : TokenError.InvalidScope("AADSTS1002012: Client credentials need one scope that ends with /.default.");
    }
}
