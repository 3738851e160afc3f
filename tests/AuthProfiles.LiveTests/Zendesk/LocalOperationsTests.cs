using System.Net;
using System.Text.RegularExpressions;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>Each operation of the contract that the local Zendesk answers is among those whose answers are held against the contract.</summary>
[TestFixture]
public sealed class LocalOperationsTests
{
    [Test]
    public async Task What_the_local_service_has_is_covered()
    {
        var contract = Contract.Load();
        using var local = new LocalAccount();
        using var http = new HttpClient(local);

        var answered = new List<string>();
        foreach (var operation in contract.Operations.Where(static operation => operation.Contains(" /api/v2/", StringComparison.Ordinal)))
        {
            var parts = operation.Split(' ');
            using var request = new HttpRequestMessage(new HttpMethod(parts[0]), "https://acme.zendesk.com" + Regex.Replace(parts[1], @"\{[a-z_]+\}", "1"));
            using var response = await http.SendAsync(request);
            if (response.StatusCode != HttpStatusCode.NotFound || !(await response.Content.ReadAsStringAsync()).Contains("InvalidEndpoint", StringComparison.Ordinal))
            {
                answered.Add(operation);
            }
        }

        Assert.That(answered, Is.EquivalentTo(ConformanceTests.Covered.Distinct()));
    }
}
