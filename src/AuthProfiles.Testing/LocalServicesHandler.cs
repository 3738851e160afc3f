using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing;

/// <summary>Where a chain ends in memory.</summary>
internal sealed class LocalServicesHandler(Func<HttpRequestMessage, LocalService?> find) : HttpMessageHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var service = find(request);
        return Answer(service, LocalRequest.Read(request, cancellationToken)).ToMessage(request);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var service = find(request);
        var local = await LocalRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        return Answer(service, local).ToMessage(request);
    }

    private static LocalResponse Answer(LocalService? service, LocalRequest request) => service?.Answer(request) ?? Unknown(request);

    private static LocalResponse Unknown(LocalRequest request) => LocalResponse.Json(HttpStatusCode.NotFound, new JsonObject
    {
        ["error"] = "no_local_service",
        ["error_description"] =
            $"No local service answers for {request.Uri.Host}. Give the client of this host a primary handler of its own, such as a MockHttpMessageHandler, by ConfigurePrimaryHttpMessageHandler.",
    });
}
