namespace AuthProfiles.OAuth;

/// <summary>Makes signatures of one algorithm with one key.</summary>
/// <remarks>Implementations are thread-safe and print nothing of the key.</remarks>
internal interface ISigner
{
    /// <summary>Gets the algorithm's name (RFC 7518, section 3.1).</summary>
    string Algorithm { get; }

    /// <summary>Returns the signature, in the form that a JWS has.</summary>
    byte[] Sign(byte[] data);
}
