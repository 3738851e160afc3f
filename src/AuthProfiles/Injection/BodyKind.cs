namespace AuthProfiles.Injection;

/// <summary>The kinds of body that can carry a credential.</summary>
internal enum BodyKind
{
    /// <summary>None of the others: it can't.</summary>
    Other,

    /// <summary><c>application/json</c>, <c>text/json</c> and every <c>+json</c>.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>multipart/form-data</c>.</summary>
    Multipart,
}
