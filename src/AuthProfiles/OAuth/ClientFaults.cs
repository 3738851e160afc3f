namespace AuthProfiles.OAuth;

/// <summary>What more than one way to authenticate a client may miss.</summary>
internal static class ClientFaults
{
    public const string NoSecret = "the client has no secret, and it is authenticated by one. Give one, or authenticate the client in another way";
}
