using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>A call by a known caller.</summary>
internal sealed record ZendeskCall(
    LocalRequest Request,
    ZendeskAddress Address,
    LocalZendeskAccount Account,
    ZendeskCaller Caller,
    LocalAuthorizationServer AuthorizationServer,
    DateTimeOffset Now)
{
    /// <summary>What the path names, where the route has places for it.</summary>
    public RouteValues Path { get; init; }

    public long Id => Path.Id;

    public string Api => Address.BaseUrl + "/api/v2";
}
