namespace AuthProfiles;

/// <summary>How the parameters of a token request are written.</summary>
public enum BodyFormat
{
    /// <summary>A form (<c>application/x-www-form-urlencoded</c>), as RFC 6749 has it.</summary>
    Form,

    /// <summary>A JSON object of strings, for services that take nothing else. A parameter that is there more than once becomes an array.</summary>
    Json,

    /// <summary>The query of a GET request, for services that take nothing else. Addresses end in logs, so a client secret or assertion is refused there (RFC 6749, section 2.3.1).</summary>
    Query,

    /// <summary>The query of a GET request, the client's secret included. RFC 6749, section 2.3.1, forbids it: only for services that leave no other way.</summary>
    QueryWithSecret,
}
