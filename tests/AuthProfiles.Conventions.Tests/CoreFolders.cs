namespace AuthProfiles.Conventions.Tests;

/// <summary>The folders of the core, top to bottom: each may use only those above it.</summary>
internal static class CoreFolders
{
    public static IReadOnlyList<string> InOrder { get; } =
    [
        "Diagnostics", "Resilience", "Settings", "Templates", "Credentials", "Connections", "Profiles", "OAuth",
        "Acquisition", "Injection", "Verification", "Inspection", "Consent", "DependencyInjection",
    ];

    public static int RankOf(string folder) => InOrder.ToList().IndexOf(folder.Split('/')[0]);
}
