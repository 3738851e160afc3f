namespace AuthProfiles.OAuth;

/// <summary>One way to write a token request's parameters as a body.</summary>
/// <remarks>Implementations are stateless and thread-safe.</remarks>
internal interface ITokenRequestBody
{
    /// <summary>Makes a body that is in memory, with its length and content type. The caller disposes it.</summary>
    HttpContent Write(IReadOnlyList<KeyValuePair<string, string>> parameters);
}
