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
        return Answer(service, LocalRequest.Read(request, cancellationToken), request);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var service = find(request);
        var local = await LocalRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        return Answer(service, local, request);
    }

    private static HttpResponseMessage Answer(LocalService? service, LocalRequest local, HttpRequestMessage request)
    {
        if (service is not null)
        {
            return service.Answer(local).ToMessage(request);
        }

        // Most callers show the phrase and few the body.
        var response = Unknown(local).ToMessage(request);
        response.ReasonPhrase = "No local service answers for this host: give its client a primary handler of its own";
        return response;
    }

    private static LocalResponse Unknown(LocalRequest request) => LocalResponse.Json(HttpStatusCode.NotFound, new JsonObject
    {
        ["error"] = "no_local_service",
        ["error_description"] =
            $"No local service answers for {request.Uri.Host}. Give the client of this host a primary handler of its own, such as a MockHttpMessageHandler, by ConfigurePrimaryHttpMessageHandler.",
    });
}
