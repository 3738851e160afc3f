using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Injection;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G14: a secret put into the query and taken off again, against joining the texts and making an address of them.</summary>
internal sealed class QueryInjection : IGoal
{
    private const double Limit = 1.1;
    private const string Key = "api_key";
    private const string Secret = "not-a-secret-0123456789";

    private static readonly Uri Address = new(Sources.Address + "items?status=open&sort=created_at&page=2");
    private static readonly Credential Credential = new([CredentialField.QueryString(Key, Secret)]);
    private static readonly InjectionRules Rules = new("service", ConflictRule.Refuse, ShowsInAddress: true);

    private int _sent;

    public string Id => "G14";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        var measured = await new Rounds { Calls = 20_000, OfProcessor = true }.MeasureAsync(
            Case.Of("texts joined, new Uri, the old one set again", calls => Join(request, calls)),
            Case.Of("a secret injected into the query, and restored", calls => Inject(request, calls)));
        return [measured[0].Inform(Id), measured[1].Promise(Id, measured[0], Limit)];
    }

    private void Join(HttpRequestMessage request, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            var address = request.RequestUri!;
            request.RequestUri = new Uri($"{address.AbsoluteUri}&{Key}={Secret}");
            Send(request);
            request.RequestUri = address;
        }
    }

    private void Inject(HttpRequestMessage request, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            var injection = Injector.Inject(Credential, request, Rules);
            Send(request);
            injection.Restore();
        }
    }

    // What a connection looks at.
    private void Send(HttpRequestMessage request) => _sent += request.RequestUri!.PathAndQuery.Length + request.RequestUri.IdnHost.Length;
}
