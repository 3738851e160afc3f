using System.Globalization;
using RestSharp;

namespace AuthProfiles.Security.Tests.Origins;

/// <summary>RestSharp with its defaults.</summary>
internal sealed class RestSharpClient : IComparedClient
{
    public string Name => "RestSharp 114.1.0";

    public IComparedCalls Create(OriginStage stage, CredentialPlace place)
    {
        var options = new RestClientOptions(stage.Service);
        if (stage.Target.NeedsHandler)
        {
            options.ConfigureMessageHandler = own =>
            {
                var redirects = own is HttpClientHandler { AllowAutoRedirect: true };
                own.Dispose();
                var handler = stage.CreateHandler();
                handler.AllowAutoRedirect = redirects;
                return handler;
            };
        }

        return new Calls(new RestClient(options));
    }

    private sealed class Calls(RestClient client) : IComparedCalls
    {
        public async Task SendAsync(OriginCell cell, CancellationToken cancellationToken)
        {
            var request = new RestRequest(cell.Place.Address(OriginCell.Secret), Enum.Parse<Method>(cell.Method.Method, ignoreCase: true));
            request.AddHeader(OriginCell.StatusHeader, cell.Status.ToString(CultureInfo.InvariantCulture));
            if (cell.Place.Header(OriginCell.Secret) is var (name, value))
            {
                request.AddHeader(name, value);
            }

            if (cell.Place.Body(cell.Method, OriginCell.Secret) is { } body)
            {
                request.AddStringBody(body, cell.Place.MediaType);
            }

            await client.ExecuteAsync(request, cancellationToken);
        }

        public void Dispose() => client.Dispose();
    }
}
