namespace AuthProfiles.Zendesk;

/// <summary>What is right or wrong with the signature of a request that claims to be a webhook's.</summary>
public enum WebhookFinding
{
    /// <summary>One of the two headers is missing or empty: the request is not Zendesk's.</summary>
    NotSigned,

    /// <summary>A header is not what Zendesk writes there: a signature that is no base64 of 32 bytes, or a time that is no time in UTC. Two values in one header are that too.</summary>
    Malformed,

    /// <summary>Another secret, another body or another time was signed. Where all requests end here, the body was changed on its way (parsed and written anew), or the secret was reset.</summary>
    Mismatch,

    /// <summary>Zendesk signed the request, but too long ago or too far ahead: it is a replay, or a clock is wrong.</summary>
    OutOfTime,

    /// <summary>Zendesk signed the request, and lately.</summary>
    Genuine,
}
