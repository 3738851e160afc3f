namespace AuthProfiles.OAuth;

/// <summary>Finds the implementation of a way to authenticate.</summary>
internal static class ClientAuthentications
{
    /// <summary>Returns the implementation.</summary>
    /// <param name="way">A defined value.</param>
    /// <param name="encoding">How Basic is written; of no meaning for the others.</param>
    public static IClientAuthentication Of(ClientAuthentication way, BasicEncoding encoding = BasicEncoding.Form) => way switch
    {
        ClientAuthentication.Basic => new BasicClientAuthentication(encoding),
        ClientAuthentication.Post => new PostClientAuthentication(),
        ClientAuthentication.None or ClientAuthentication.Certificate => new IdClientAuthentication(),
        ClientAuthentication.SecretJwt => new SecretJwtClientAuthentication(),
        ClientAuthentication.PrivateKeyJwt => new PrivateKeyJwtClientAuthentication(),
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };
}
