using AuthProfiles;

namespace Quickstart.Steps;

/// <summary>Step 6: say what went where, and by which credential, without showing it.</summary>
internal sealed class Report(Journal journal)
{
    public void Print(IEnumerable<AuthorizationTestResult> authorizations)
    {
        Console.WriteLine();
        Console.WriteLine("6. What went where");
        foreach (var test in authorizations)
        {
            var credential = test.Request?.Headers.Where(header => header.Value.Contains("[redacted]", StringComparison.Ordinal)).Select(header => $"{header.Key}: {header.Value}") ?? [];
            Console.WriteLine($"  {test.Profile} for {test.Tenant}: {string.Join(", ", credential)}");
        }

        foreach (var line in journal.Lines())
        {
            Console.WriteLine(line);
        }
    }
}
