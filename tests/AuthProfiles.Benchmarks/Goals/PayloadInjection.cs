using System.Net.Http.Headers;
using System.Text.Json;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Injection;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G12: a field put into a JSON body that is in memory, checked, against only reading the same bytes.</summary>
internal sealed class PayloadInjection : IGoal
{
    // At least 0.85 times the megabytes a second of the scan. A small body has hardly any: there the checks of its headers and the new content weigh as much.
    private const double Slowest = 1 / 0.85;
    private const double SlowestOfSmall = 1.5;
    private const double MoreBytes = 400;

    private static readonly Credential Credential = new([CredentialField.Payload("api_key", "not-a-secret-0123456789")]);
    private static readonly InjectionRules Rules = new("service", ConflictRule.Refuse);

    public string Id => "G12";

    public async Task<IReadOnlyList<Row>> MeasureAsync() =>
        [.. await MeasureAsync(JsonBodies.Make(1_040), calls: 2_000, SlowestOfSmall), .. await MeasureAsync(JsonBodies.Make(104_270), calls: 20, Slowest)];

    private async Task<IReadOnlyList<Row>> MeasureAsync(byte[] body, int calls, double slowest)
    {
        var sink = new MemoryStream(body.Length * 2);
        using var request = new HttpRequestMessage(HttpMethod.Post, Sources.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var measured = await new Rounds { Calls = calls }.MeasureAsync(
            Case.Of($"Utf8JsonReader scan of {body.Length:#,0} bytes", count => Scan(body, count)),
            new($"the kept content sent, {body.Length:#,0} bytes", count => SendAsync(request, sink, count)),
            new($"a field injected, sent, restored, {body.Length:#,0} bytes", count => InjectAsync(request, sink, count)));
        var (scan, kept, injected) = (measured[0], measured[1], measured[2]);
        return
        [
            scan.Inform(Id),
            kept.Inform(Id, scan),
            injected.Promise(Id, scan, slowest, Check.Bytes(injected.Bytes - kept.Bytes, MoreBytes)),
        ];
    }

    private static void Scan(byte[] body, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
            }
        }
    }

    private static async Task SendAsync(HttpRequestMessage request, MemoryStream sink, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            sink.Position = 0;
            await request.Content!.CopyToAsync(sink);
        }
    }

    private static async Task InjectAsync(HttpRequestMessage request, MemoryStream sink, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            sink.Position = 0;
            var injection = await Injector.InjectAsync(Credential, request, Rules, CancellationToken.None);
            await request.Content!.CopyToAsync(sink);
            injection.Restore();
        }
    }
}
