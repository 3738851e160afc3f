using AuthProfiles.Acquisition;
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
        return new Explainer(source, clients.BindingOf(profile)).Explain(request.Method, Below(source, request.RequestUri), name);
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
                .Select(candidate => (candidate.Source, candidate.Name, Rank: candidate.RankOf(address)))
                .Where(static candidate => candidate.Rank is not null)
                .OrderByDescending(static candidate => candidate.Rank)
                .Select(candidate => new Explainer(candidate.Source).Explain(request.Method, address, candidate.Name)),
        ];
    }

    // As a client of the profile has it: relative to the base address, which stands for itself until the connection is known.
    private static Uri? Below(CredentialSource source, Uri? address)
    {
        if (address is { IsAbsoluteUri: true } || source.Profile.Definition.Base is not { } template)
        {
            return address is { IsAbsoluteUri: true } ? address : null;
        }

        var baseAddress = template.Placeholder ?? template.GetUri([]);
        return address is null ? baseAddress : new(baseAddress, address);
    }
}
