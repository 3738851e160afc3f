using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>The keys that check ID tokens (RFC 7517).</summary>
internal sealed class KeysEndpoint : IEndpoint
{
    public LocalResponse Answer(LocalRequest request) => LocalResponse.Json(HttpStatusCode.OK, ServerKey.ToKeySet());
}
