using System.Globalization;

namespace AuthProfiles.Security.Tests.Origins;

/// <summary>The platform's client with its defaults.</summary>
internal sealed class PlainHttpClient : IComparedClient
{
    public string Name => "`HttpClient`, .NET 10";

    public IComparedCalls Create(OriginStage stage, CredentialPlace place) => new Calls(new HttpClient(stage.CreateHandler()) { BaseAddress = stage.Service });

    private sealed class Calls(HttpClient client) : IComparedCalls
    {
        public async Task SendAsync(OriginCell cell, CancellationToken cancellationToken)
        {
            using var request = new HttpRequestMessage(cell.Method, cell.Place.Address(OriginCell.Secret)) { Content = cell.Place.Content(cell.Method, OriginCell.Secret) };
            request.Headers.Add(OriginCell.StatusHeader, cell.Status.ToString(CultureInfo.InvariantCulture));
            if (cell.Place.Header(OriginCell.Secret) is var (name, value))
            {
                request.Headers.Add(name, value);
            }

            using var response = await client.SendAsync(request, cancellationToken);
        }

        public void Dispose() => client.Dispose();
    }
}
