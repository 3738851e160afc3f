using AuthProfiles.AspNetCore;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>Mia is signed in, whoever asks.</summary>
internal sealed class OnlyUser : ISignedInUser
{
    public (string? Tenant, string User)? Find(HttpContext context) => (null, "mia");
}
