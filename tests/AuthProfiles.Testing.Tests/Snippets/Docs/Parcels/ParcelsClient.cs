using System.Net.Http.Json;
using AuthProfiles;

namespace Snippets.Parcels;

/// <summary>A client of Parcels, as the connection that its <see cref="HttpClient"/> is authorized for.</summary>
public sealed class ParcelsClient(HttpClient http)
{
    public ParcelsClient For(string tenant) => new(http.For(tenant));

    public async Task<Parcel> FindAsync(string number, CancellationToken cancellationToken = default)
    {
        using var answer = await http.GetAsync(new Uri($"parcels?number={Uri.EscapeDataString(number)}", UriKind.Relative), cancellationToken);
        return answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync(ParcelsJson.Default.Parcel, cancellationToken) is { } parcel
            ? parcel
            : throw new ParcelsException((int)answer.StatusCode);
    }
}
