using System.Collections.Concurrent;
using System.Net;
using System.Text;
using AuthProfiles.Testing;

namespace AuthProfiles.AspNetCore.Tests.Infrastructure;

/// <summary>A service that says in whose name it was called, and counts.</summary>
internal sealed class ServiceStub(LocalAuthorizationServer server) : HttpMessageHandler
{
    public ConcurrentQueue<Uri> Calls { get; } = [];

    public string Probe { get; set; } = """{"name":"Mia Moss"}""";

    public HttpStatusCode ProbeStatus { get; set; } = HttpStatusCode.OK;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls.Enqueue(request.RequestUri!);
        var isProbe = request.RequestUri!.AbsolutePath == "/me";
        var user = server.TryValidate(request.Headers.Authorization?.Parameter ?? string.Empty, out var token) ? token.UserName : null;
        return Task.FromResult(new HttpResponseMessage(user is null ? HttpStatusCode.Unauthorized : isProbe ? ProbeStatus : HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(isProbe ? Probe : user ?? "nobody", Encoding.UTF8, isProbe ? "application/json" : "text/plain"),
        });
    }
}
