using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AuthProfiles.OAuth;

/// <summary>What is true of the profiles of one OAuth kind, which depends on how their clients say who they are.</summary>
internal sealed class OAuthTraits(ProfileTraits common)
{
    private readonly ConcurrentDictionary<ImmutableArray<AdditionalField>, ProfileTraits> _known = new();

    public ProfileTraits Of(OAuthOptions options)
    {
        // One for all profiles that are alike: ten thousand would each keep their own.
        return _known.GetOrAdd(OAuthFields.Of(options), fields => common with { Fields = [.. fields, .. common.Fields], TokenName = OAuthFields.AccessToken });
    }
}
