using AuthProfiles;

namespace Quickstart.Steps;

/// <summary>Step 1: does each tenant's authorization work, at both services?</summary>
internal sealed class TestAuthorizations(IAuthorizationTester tester)
{
    public async Task<IReadOnlyList<AuthorizationTestResult>> RunAsync(IEnumerable<string> tenants, CancellationToken cancellationToken)
    {
        Console.WriteLine("1. Test each authorization");
        var results = new List<AuthorizationTestResult>();
        foreach (var tenant in tenants)
        {
            results.Add(await TestAsync(Sections.Support, tenant, cancellationToken));
            results.Add(await TestAsync(Sections.Assistant, tenant, cancellationToken));
        }

        return results;
    }

    private async Task<AuthorizationTestResult> TestAsync(string profile, string tenant, CancellationToken cancellationToken)
    {
        var result = await tester.TestAsync(profile, tenant, cancellationToken: cancellationToken);
        (result.Succeeded ? Console.Out : Console.Error).WriteLine($"  {result}");
        return result;
    }
}
