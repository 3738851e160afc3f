using AuthProfiles.Acquisition;
using AuthProfiles.Consent;
using AuthProfiles.Diagnostics;
using AuthProfiles.Inspection;
using AuthProfiles.Verification;

namespace AuthProfiles.DependencyInjection;

/// <summary>Finds everything that is wrong with the profiles of a container, and what should be mended.</summary>
internal sealed class ProfileLint(ProfileTable table, ProfileSurroundings surroundings)
{
    public IEnumerable<SettingFinding> Find()
    {
        var profiles = new List<IAuthorizationProfile>();
        var findings = new List<SettingFinding>();
        foreach (var name in table.Names.Order(StringComparer.Ordinal))
        {
            findings.AddRange(FindUnknown(name));
            if (Make(name, findings) is { } source)
            {
                profiles.Add(source.Profile);
                findings.AddRange(new ConnectionLint(source).Find());
                findings.AddRange(FindWarnings(source.Profile.Definition));
            }
        }

        return findings.Concat(table.FindUndeclared()).Concat(SharedCallbacks.Find(profiles));
    }

    /// <summary>Adds what keeps a profile from being made, or returns its source.</summary>
    public CredentialSource? Make(string profile, List<SettingFinding> findings)
    {
        try
        {
            return table.Get(profile);
        }
        catch (AuthorizationException error)
        {
            findings.AddRange(error.Findings.Count > 0 ? error.Findings : [SettingFinding.Of(FindingIds.Refused, table.Declaration(profile).Section.ShownPath, error.Message)]);
            return null;
        }
    }

    /// <summary>Returns a finding for each setting of a profile that nothing reads.</summary>
    public IReadOnlyList<SettingFinding> FindUnknown(string profile)
    {
        var findings = new List<SettingFinding>();
        table.Declaration(profile).FindUnknown(surroundings.Configuration, findings);
        return findings;
    }

    private IEnumerable<SettingFinding> FindWarnings(ProfileDefinition definition)
    {
        if (SecretAge.FindWarning(definition, surroundings.Environment.Clock.GetUtcNow()) is { } warning)
        {
            yield return Warning(FindingIds.SecretExpires, definition.Section.ShownKey(nameof(ProfileOptions.SecretExpiresOn)), definition, warning);
        }

        if (FindOpenBase(definition) is { } open)
        {
            yield return open;
        }

        if (definition.AuthorizationType == PasswordProfile.Type)
        {
            yield return Warning(FindingIds.PasswordGrant, definition.Section.ShownPath, definition, AcquisitionWarning.PasswordGrant.Describe());
        }
    }

    // What a browser does with a link in a page, HttpClient does with the address of a call (RFC 3986, section 5.2).
    private static SettingFinding? FindOpenBase(ProfileDefinition definition) =>
        definition.Base is { Text: var text } && text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3) is var path && path >= 0 && !text.EndsWith('/')
            ? Warning(FindingIds.OpenBase, definition.Section.ShownKey(nameof(ProfileOptions.BaseUrl)), definition, "BaseUrl does not end with a slash, so the address of a call takes the place of its last part. End it with a slash.")
            : null;

    private static SettingFinding Warning(string id, string setting, ProfileDefinition definition, string sentences) =>
        SettingFinding.Of(id, setting, $"Profile '{Printable.Escape(definition.Name)}': {sentences}").AsWarning();
}
