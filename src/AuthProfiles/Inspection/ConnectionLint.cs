using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.Inspection;

/// <summary>Looks at the connections of a profile that stand in settings or code: their keys, and whether their values are there and fit.</summary>
internal sealed class ConnectionLint(CredentialSource source)
{
    private ProfileDefinition Definition => source.Profile.Definition;

    public IEnumerable<SettingFinding> Find() =>
        source.FindMissing(looksInSettings: true)
            .Concat(Definition.IsTenanted ? [] : FindUnfit(ConnectionName.Own))
            .Concat(source.Finder.GivenTenants.Order(StringComparer.Ordinal).SelectMany(FindOf));

    private IEnumerable<SettingFinding> FindOf(string tenant)
    {
        try
        {
            var name = ConnectionName.Create(Definition.Name, tenant, user: null);
            return [.. source.Finder.FindUnknown(tenant), .. FindMissing(name), .. FindUnfit(name)];
        }
        catch (AuthorizationException error)
        {
            return FindingsOf(error, tenant);
        }
    }

    private IEnumerable<SettingFinding> FindMissing(ConnectionName name) =>
        source.Finder.FindMissing(source.Finder.ValuesOf(name)).SelectMany(error => FindingsOf(error, name.Tenant));

    // Only one at a time is told: a value that is not fit for one place mostly fits into none.
    private IEnumerable<SettingFinding> FindUnfit(ConnectionName name)
    {
        try
        {
            var values = source.Finder.ValuesOf(name);
            foreach (var field in Definition.AdditionalFields)
            {
                values.Read(field.Key);
            }

            var target = source.Finder.Aim(values.Connection);
            var isWhole = !source.Finder.FindMissing(target.Values).Any();
            return isWhole && Definition.Traits.AnswersAtOnce && new DryRun(source.Profile, source.Clock).Run(target).Error is { } error ? FindingsOf(error, name.Tenant) : [];
        }
        catch (AuthorizationException error)
        {
            return FindingsOf(error, name.Tenant);
        }
    }

    private IEnumerable<SettingFinding> FindingsOf(AuthorizationException error, string? tenant)
    {
        var path = Definition.Section.ShownPath + (tenant is null ? string.Empty : $":Connections:{Printable.Escape(tenant)}");
        return error.Findings.Count > 0 ? error.Findings : [SettingFinding.Of(FindingIds.Unfit, path, error.Message)];
    }
}
