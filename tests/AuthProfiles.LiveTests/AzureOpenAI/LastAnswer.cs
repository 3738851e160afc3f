using System.Net;

namespace AuthProfiles.LiveTests.AzureOpenAI;

/// <summary>Sends, and keeps what the contract's server thought of it.</summary>
internal sealed class LastAnswer() : DelegatingHandler(new SocketsHttpHandler())
{
    public HttpStatusCode? Status { get; private set; }

    public string Violations { get; private set; } = string.Empty;

    /// <summary>Returns the reasons for which a request was rejected.</summary>
    public static string ViolationsOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("sl-violations", out var values) ? string.Join(' ', values) : "no violations";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        (Status, Violations) = (response.StatusCode, ViolationsOf(response));
        return response;
    }
}
