namespace AuthProfiles.Conventions.Tests;

/// <summary>Fails with every breach at once and with the way to comply.</summary>
internal static class Conventions
{
    public static void Hold(IEnumerable<string> breaches, string cure)
    {
        var found = breaches.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (found.Length > 0)
        {
            Assert.Fail($"{cure}{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", found)}{Environment.NewLine}");
        }
    }
}
