namespace AuthProfiles.OAuth;

/// <summary>Finds the implementation of a way to authenticate.</summary>
internal static class ClientAuthentications
{
    /// <summary>Returns the implementation.</summary>
    /// <param name="way">A defined value.</param>
    /// <param name="encoding">How Basic is written; of no meaning for the others.</param>
    /// <param name="audience">Whom an assertion is for, such as the issuer; null for the address it is sent to.</param>
    public static IClientAuthentication Of(ClientAuthentication way, BasicEncoding encoding = BasicEncoding.Form, string? audience = null) => way switch
    {
        ClientAuthentication.Basic => new BasicClientAuthentication(encoding),
        ClientAuthentication.Post => new PostClientAuthentication(),
        ClientAuthentication.None or ClientAuthentication.Certificate => new IdClientAuthentication(),
        ClientAuthentication.SecretJwt => new SecretJwtClientAuthentication(audience),
        ClientAuthentication.PrivateKeyJwt => new PrivateKeyJwtClientAuthentication(audience),
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };
}
