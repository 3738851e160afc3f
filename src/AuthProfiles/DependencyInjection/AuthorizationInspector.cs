using AuthProfiles.Connections;
using AuthProfiles.Inspection;

namespace AuthProfiles.DependencyInjection;

/// <summary>Inspects the profiles of a container.</summary>
internal sealed class AuthorizationInspector(ProfileTable profiles, ClientTable clients, ProfileLint lint) : IAuthorizationInspector
{
    public IReadOnlyList<SettingFinding> Lint() => [.. lint.Find()];

    public RequestExplanation Explain(string profile, HttpRequestMessage request, string? tenant = null, string? user = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(profile);
        ArgumentNullException.ThrowIfNull(request);
        var source = profiles.Get(profile);
        var name = ConnectionName.Create(profile, tenant, user);
        return new Explainer(source, clients.BindingOf(profile)).Explain(request, BaseOf(source.Profile.Definition), name);
    }

    public IReadOnlyList<RequestExplanation> ExplainAll(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RequestUri is not { IsAbsoluteUri: true } address)
        {
            throw new ArgumentException("Give the request an absolute address: by it the profiles are found.", nameof(request));
        }

        return
        [
            .. profiles.Names.Order(StringComparer.Ordinal).SelectMany(profile => Candidate.Find(profiles, profile))
                .Where(candidate => candidate.RankOf(address) is not null)
                .OrderByDescending(candidate => candidate.RankOf(address))
                .Select(candidate => new Explainer(candidate.Source).Explain(request, baseAddress: null, candidate.Name)),
        ];
    }

    // It stands for itself until the connection is known.
    private static Uri? BaseOf(ProfileDefinition definition) => definition.Base is { } template ? template.Placeholder ?? template.GetUri([]) : null;
}
