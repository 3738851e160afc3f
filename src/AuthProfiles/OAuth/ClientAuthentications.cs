namespace AuthProfiles.OAuth;

/// <summary>Finds the implementation of a way to authenticate. Those that are told nothing are shared.</summary>
internal static class ClientAuthentications
{
    private static readonly BasicClientAuthentication Basic = new();
    private static readonly PostClientAuthentication Post = new();
    private static readonly IdClientAuthentication Id = new();

    /// <summary>Returns the implementation.</summary>
    /// <param name="way">A defined value.</param>
    /// <param name="encoding">How Basic is written; of no meaning for the others.</param>
    public static IClientAuthentication Of(ClientAuthentication way, BasicEncoding encoding = BasicEncoding.Form) => way switch
    {
        ClientAuthentication.Basic => encoding == BasicEncoding.Form ? Basic : new BasicClientAuthentication(encoding),
        ClientAuthentication.Post => Post,
        ClientAuthentication.None or ClientAuthentication.Certificate => Id,
        ClientAuthentication.SecretJwt => new SecretJwtClientAuthentication(),
        ClientAuthentication.PrivateKeyJwt => new PrivateKeyJwtClientAuthentication(),
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };
}
