namespace AuthProfiles.OAuth;

/// <summary>One way to write a token request's parameters into its message.</summary>
/// <remarks>Implementations are immutable and thread-safe.</remarks>
internal interface ITokenRequestBody
{
    /// <summary>Makes a message whose content, if it has one, is in memory with its length and type. The caller disposes it.</summary>
    /// <param name="address">The endpoint. A query that it has stays (RFC 6749, section 3.2).</param>
    /// <param name="parameters">The parameters, in order; the same name more than once only where the standard lets it.</param>
    /// <exception cref="ArgumentException">A parameter can't be written in this way. The message holds no value.</exception>
    HttpRequestMessage Write(Uri address, IReadOnlyList<KeyValuePair<string, string>> parameters);
}
