using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using OpenAI;

namespace AuthProfiles.Security.Tests.Origins;

/// <summary>The official OpenAI package. Its own credential is the header Authorization, or by a policy of the package another header; elsewhere the developer puts one.</summary>
/// <param name="isOwnTransport">Whether it sends by the transport that it makes by itself, or by an <see cref="HttpClient"/> that it was given.</param>
internal sealed class OpenAIPackage(bool isOwnTransport) : IComparedClient
{
    public string Name => isOwnTransport ? "OpenAI 2.15.0, with a transport of its own" : "OpenAI 2.15.0, over an `HttpClient` that it is given";

    public IComparedCalls Create(OriginStage stage, CredentialPlace place)
    {
        var options = new OpenAIClientOptions { Endpoint = stage.Service, RetryPolicy = new ClientRetryPolicy(0) };
        HttpClient? http = null;
        if (stage.Target.NeedsHandler || !isOwnTransport)
        {
            var handler = stage.CreateHandler();

            // The package's own transport follows nothing, as the other targets show.
            handler.AllowAutoRedirect = !isOwnTransport;
            http = new(handler);
            options.Transport = new HttpClientPipelineTransport(http);
        }

        var credential = new ApiKeyCredential(place.Header(OriginCell.Secret) is null ? "of-no-interest" : OriginCell.Secret);
        var policy = place.Name is "header" ? ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(credential, "api-key") : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(credential);

        // The package's own way to another header is marked as experimental.
#pragma warning disable OPENAI001
        return new Calls(new OpenAIClient(policy, options), stage.Service, http);
#pragma warning restore OPENAI001
    }

    private sealed class Calls(OpenAIClient client, Uri service, HttpClient? http) : IComparedCalls
    {
        public async Task SendAsync(OriginCell cell, CancellationToken cancellationToken)
        {
            using var message = client.Pipeline.CreateMessage();
            message.Apply(new RequestOptions { CancellationToken = cancellationToken });
            message.Request.Method = cell.Method.Method;
            message.Request.Uri = new(service, cell.Place.Address(OriginCell.Secret));
            message.Request.Headers.Set(OriginCell.StatusHeader, cell.Status.ToString(CultureInfo.InvariantCulture));
            if (cell.Place.Body(cell.Method, OriginCell.Secret) is { } body)
            {
                message.Request.Headers.Set("Content-Type", cell.Place.MediaType);
                message.Request.Content = BinaryContent.Create(BinaryData.FromString(body));
            }

            await client.Pipeline.SendAsync(message);
        }

        public void Dispose() => http?.Dispose();
    }
}
