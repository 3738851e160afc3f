using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>One endpoint of the server. The server's gate is closed around it.</summary>
internal interface IEndpoint
{
    LocalResponse Answer(LocalRequest request);
}
