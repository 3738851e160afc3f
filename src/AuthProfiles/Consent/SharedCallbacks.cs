using AuthProfiles.Diagnostics;
using AuthProfiles.OAuth;

namespace AuthProfiles.Consent;

/// <summary>Finds callback addresses that can't tell by which authorization server somebody was sent back (RFC 9700, section 4.4): one server could pass on the code of another.</summary>
internal static class SharedCallbacks
{
    /// <summary>Returns a finding for each such pair of profiles.</summary>
    public static IEnumerable<SettingFinding> Find(IEnumerable<IAuthorizationProfile> profiles) => profiles
        .Select(static profile => (profile.Definition, Flow: profile.Consent as CodeFlow))
        .Where(static profile => profile.Flow?.CallbackLink is not null)
        .GroupBy(static profile => RedirectAddress.Canonical(profile.Flow!.CallbackLink!), StringComparer.Ordinal)
        .Select(static sharing => sharing.DistinctBy(static profile => profile.Flow!.Server, StringComparer.Ordinal).ToArray())
        .Where(static servers => servers.Length > 1 && servers.Any(static profile => !profile.Flow!.NamesIssuer))
        .SelectMany(static servers => servers.Skip(1).Select(other => Describe(servers[0].Definition, other.Definition)));

    private static SettingFinding Describe(ProfileDefinition first, ProfileDefinition second) => second.Section.Of(
        FindingIds.SharedCallback,
        nameof(AuthorizationCodeOptions.RedirectUri),
        $"Profiles '{Printable.Escape(first.Name)}' and '{Printable.Escape(second.Name)}': people come back to the same address from different providers, which do not all name themselves (RFC 9207). Set {second.Section.ShownKey(nameof(AuthorizationCodeOptions.RedirectUri))} to another address than {first.Section.ShownKey(nameof(AuthorizationCodeOptions.RedirectUri))}.");
}
