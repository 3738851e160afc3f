using System.Globalization;

namespace AuthProfiles.AzureOpenAI.Tests.Wire;

/// <summary>How many damaged answers each test of them reads: some thousands, or as many as the environment variable <c>AUTHPROFILES_FUZZ</c> says.</summary>
internal static class Fuzz
{
    private const int Usual = 5000;

    public static int Count => int.TryParse(Environment.GetEnvironmentVariable("AUTHPROFILES_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Usual;
}
