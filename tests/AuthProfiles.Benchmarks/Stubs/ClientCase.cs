using AuthProfiles.Benchmarks.Measuring;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>The call that goals of whole calls measure.</summary>
internal static class ClientCase
{
    public static Case Get(string name, HttpClient client, Uri address) => new(name, async calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
        }
    });
}
