namespace AuthProfiles;

/// <summary>How the parameters of a token request are written.</summary>
public enum BodyFormat
{
    /// <summary>A form (<c>application/x-www-form-urlencoded</c>), as RFC 6749 has it.</summary>
    Form,

    /// <summary>A JSON object of strings, for services that take nothing else.</summary>
    Json,
}
