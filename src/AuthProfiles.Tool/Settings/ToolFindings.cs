using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tool.Settings;

/// <summary>What is wrong with the settings, as one sees it who has the settings alone and no code.</summary>
internal static class ToolFindings
{
    private const string KeyRing = "AuthProfiles:KeyRing";
    private const string Kind = "Type";

    public static IEnumerable<SettingFinding> Of(Session session) =>
        session.Inspector.Lint().Select(WithCode).Concat(OfKeyRing(session.Settings.Root));

    // The core says that code declares no such profile. What the application's code declares is not known here.
    private static SettingFinding WithCode(SettingFinding finding) => finding.Id == "AP001" && IsKind(finding.Setting)
        ? new()
        {
            Id = finding.Id,
            Setting = finding.Setting,
            Message = finding.Message,
            Cure = finding.Cure.Replace("Code declares no profile of this name.", "Where code declares the profile, write its kind into the settings too: this tool reads them alone.", StringComparison.Ordinal),
        }
        : finding;

    private static bool IsKind(string setting) =>
        setting.StartsWith(DeclaredProfiles.Section + ":", StringComparison.Ordinal) && setting.Split(':') is [_, _, _, Kind];

    // A ring that nobody has set up may be the application's own, from a vault.
    private static IReadOnlyList<SettingFinding> OfKeyRing(IConfiguration settings)
    {
        if (!settings.GetSection(KeyRing).Exists())
        {
            return [];
        }

        var services = new ServiceCollection();
        services.AddSingleton(settings).AddAuthProfiles().ProtectConnectionsWithKeyRing();
        using var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IConnectionProtector>();
            return [];
        }
        catch (AuthorizationException error)
        {
            return error.Findings;
        }
    }
}
