using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>A token request by a client that was believed.</summary>
internal sealed record TokenCall(ServerState State, LocalRequest Request, TokenParameters Parameters, CallingClient Client)
{
    public TokenDialect Dialect { get; } = TokenDialect.Of(Request);

    /// <summary>The address, without a query.</summary>
    public Uri Endpoint { get; } = new(Request.Uri.GetLeftPart(UriPartial.Path));

    public string Issuer => State.IssuerOf(Request);

    /// <summary>The server as its address alone tells it: the same before and after its metadata were asked for.</summary>
    public string Server => Dialect.IssuerOf(Request);

    /// <summary>The scopes asked for, or those of a request that asks for none.</summary>
    public IReadOnlyList<string> Scopes => Parameters.Words("scope") ?? Scope.Split(Dialect.DefaultScope);

    /// <summary>What a request grants by itself, or what is wrong with what it asks for.</summary>
    public LocalResponse? RefuseAsked() => RequestedAccess.Fault(Client, Scopes, Parameters.All("resource")) is { } fault
        ? TokenError.Refused(fault.Error, fault.Description)
        : null;
}
