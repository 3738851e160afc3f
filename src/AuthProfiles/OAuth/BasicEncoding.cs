namespace AuthProfiles;

/// <summary>How <see cref="ClientAuthentication.Basic"/> writes id and secret before base64.</summary>
public enum BasicEncoding
{
    /// <summary>Each form-encoded, with a colon between them, as RFC 6749, section 2.3.1, has it.</summary>
    Form,

    /// <summary>Each as it is, in UTF-8, with a colon between them (RFC 7617), for servers that do not decode. An id with a colon is refused.</summary>
    Raw,

    /// <summary>The secret as it is in the place of the user name, a colon and nothing: the id is not sent.</summary>
    SecretAsUser,
}
