using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Origins;

/// <summary>3,024 calls that are redirected, over real connections: not one byte of a credential at a foreign origin (I4; RED-1 to RED-11).</summary>
[TestFixture]
[Category("Origins")]
public sealed class OriginMatrixTests
{
    public const string Profile = "orders";

    private static readonly string[] s_ways = ["plain", "behind retries", "over the host's handler"];

    [TestCaseSource(nameof(Groups))]
    [CancelAfter(60_000)]
    public async Task A_credential_never_reaches_a_foreign_origin(string placeName, string way, CancellationToken cancellation)
    {
        var place = CredentialPlace.All.Single(place => place.Name == placeName);
        var faults = new List<string>();
        var (cells, sent) = (0, 0);
        foreach (var target in OriginTarget.All)
        {
            await using var stage = new OriginStage(target, isBusyFirst: way == s_ways[1]);
            await using var services = Declare(stage, place, way);
            using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(Profile);
            foreach (var cell in OriginCell.Of(target, place))
            {
                cells++;
                var before = stage.Requests.Count;
                var outcome = await SendAsync(client, cell, cancellation);
                var arrived = stage.Requests.Skip(before).ToList();
                sent += arrived.Count;

                // A body on GET has no meaning, so a payload credential is refused before anything is sent.
                var (expected, count) = cell is { Place.IsPayload: true, Method.Method: "GET" } ? (nameof(AuthorizationErrorKind.InjectionRefused), 0) : (cell.Status.ToString(CultureInfo.InvariantCulture), way == s_ways[1] ? 2 : 1);
                if (outcome != expected || arrived.Count != count || !arrived.TrueForAll(Carries) || stage.HasLeaked() || stage.Foreign.Connections > 0)
                {
                    faults.Add($"{target} {cell.Method} {cell.Status}: {outcome}, {arrived.Count} requests, {stage.Foreign.Connections} connections to the foreign origin");
                }
            }
        }

        TestContext.Out.WriteLine(FormattableString.Invariant($"{cells} cells, {sent} requests with the credential at the service, {faults.Count} faults"));
        Assert.That(cells, Is.EqualTo(168));
        Assert.That(faults, Is.Empty);
    }

    internal static bool Carries(ReceivedRequest request) =>
        $"{request.Line}\n{string.Join('\n', request.Headers)}\n{request.Body}".Contains(OriginCell.Secret, StringComparison.Ordinal);

    private static async Task<string> SendAsync(HttpClient client, OriginCell cell, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(cell.Method, cell.Place.Template) { Content = cell.Place.Content(cell.Method, secret: null) };
        request.Headers.Add(OriginCell.StatusHeader, cell.Status.ToString(CultureInfo.InvariantCulture));
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (AuthorizationException error)
        {
            return error.Kind.ToString();
        }
    }

    private static ServiceProvider Declare(OriginStage stage, CredentialPlace place, string way)
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddCustom(Profile, options =>
        {
            options.BaseUrl = stage.Service.AbsoluteUri;
            options.AdditionalFields.Add(new("key"));
            options.AuthorizationFields.Add(place.Field);
            options.Inputs["key"] = OriginCell.Secret;
        });
        var client = services.AddHttpClient(Profile).AddAuthorizationProfile(Profile);
        if (way == s_ways[1])
        {
            client.AddResilience(static options => options.BaseDelay = TimeSpan.Zero);
        }

        if (way == s_ways[2])
        {
            client.ConfigurePrimaryHttpMessageHandler(() => stage.Prepare(new SocketsHttpHandler { AllowAutoRedirect = true, MaxAutomaticRedirections = 50, UseCookies = true, PreAuthenticate = true }));
        }
        else if (stage.Target.NeedsHandler)
        {
            client.UseSocketsHttpHandler((handler, _) => stage.Prepare(handler));
        }

        return services.BuildServiceProvider();
    }

    private static IEnumerable<TestCaseData> Groups() =>
        from place in CredentialPlace.All
        from way in s_ways
        select new TestCaseData(place.Name, way) { TestName = $"{{m}}({place}, {way})" };
}
