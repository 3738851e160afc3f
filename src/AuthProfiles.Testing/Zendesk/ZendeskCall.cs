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
    /// <summary>The id in the path, where the route has one.</summary>
    public long Id { get; init; }

    public string Api => Address.BaseUrl + "/api/v2";
}
