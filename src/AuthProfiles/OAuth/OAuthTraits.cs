using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AuthProfiles.OAuth;

/// <summary>What is true of the profiles of one OAuth kind, which depends on how their clients say who they are.</summary>
/// <param name="common">What is true of all of them.</param>
internal sealed class OAuthTraits(ProfileTraits common)
{
    private readonly ConcurrentDictionary<ImmutableArray<AdditionalField>, ProfileTraits> _known = new();

    // One for all profiles that are alike: ten thousand would each keep their own.
    public ProfileTraits Of(OAuthOptions options)
    {
        var traits = _known.GetOrAdd(OAuthFields.Of(options), fields => common with { Fields = [.. fields, .. common.Fields], TokenName = OAuthFields.AccessToken });
        traits = options.Provider is { ReusesRefreshTokens: true } ? traits with { RenewsAlone = true } : traits;
        return options.Provider is { Answer.Outputs.IsEmpty: false } provider ? traits with { Outputs = [.. OutputsOf(provider)] } : traits;
    }

    private static IEnumerable<AdditionalField> OutputsOf(OAuthProvider provider) =>
        provider.Answer.Outputs.Keys.Select(name => provider.Outputs.FirstOrDefault(output => string.Equals(output.Key, name, StringComparison.Ordinal)) ?? new(name));
}
