using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>One grant type at the token endpoint.</summary>
internal interface IGrant
{
    /// <summary>Whether a client that has a secret or a key must prove itself; without, its id is enough.</summary>
    bool NeedsProof => true;

    LocalResponse Answer(TokenCall call);
}
