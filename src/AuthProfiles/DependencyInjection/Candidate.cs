using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Profiles;

namespace AuthProfiles.DependencyInjection;

/// <summary>A connection in settings or code that an address may belong to.</summary>
internal sealed record Candidate(CredentialSource Source, ConnectionName Name, ConnectionTarget Target)
{
    /// <summary>Returns the connections of a profile whose address can be made. One that is wrong is lint's to tell.</summary>
    public static IEnumerable<Candidate> Find(ProfileTable profiles, string profile)
    {
        if (SourceOf(profiles, profile) is not { } source)
        {
            return [];
        }

        var tenants = source.Finder.GivenTenants.Order(StringComparer.Ordinal);
        return tenants.Prepend<string?>(null).Select(tenant => Aim(source, tenant)).OfType<Candidate>();
    }

    /// <summary>Returns how much of an address the base address has, or null where the credential may not go there.</summary>
    public int? RankOf(Uri address) =>
        !Target.Address.Allows(address) ? null
        : Target.BaseAddress is { } baseAddress && address.AbsoluteUri.StartsWith(baseAddress.AbsoluteUri, StringComparison.Ordinal) ? baseAddress.AbsoluteUri.Length : 0;

    private static CredentialSource? SourceOf(ProfileTable profiles, string profile)
    {
        try
        {
            return profiles.Get(profile);
        }
        catch (AuthorizationException)
        {
            return null;
        }
    }

    private static Candidate? Aim(CredentialSource source, string? tenant)
    {
        try
        {
            var name = ConnectionName.Create(source.Profile.Definition.Name, tenant, user: null);
            source.Profile.Definition.RequireServed(name);
            return new(source, name, source.Finder.Aim(source.Finder.ValuesOf(name).Connection));
        }
        catch (AuthorizationException)
        {
            return null;
        }
    }
}
