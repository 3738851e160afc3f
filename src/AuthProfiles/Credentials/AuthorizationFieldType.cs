namespace AuthProfiles;

/// <summary>The four places of a request that can carry an authorization value.</summary>
public enum AuthorizationFieldType
{
    /// <summary>A request header.</summary>
    Header,

    /// <summary>A member of the body: of a JSON object, a form or a multipart form.</summary>
    Payload,

    /// <summary>A parameter of the query.</summary>
    QueryString,

    /// <summary>A <c>{key}</c> in the path, which must occur there exactly once.</summary>
    PathParam,
}
