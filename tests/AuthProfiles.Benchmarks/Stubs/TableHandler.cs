using System.Collections.Concurrent;
using AuthProfiles.Acquisition;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>What a careful hand would write for many tenants: a dictionary by the name that the request's options have, over the same credentials.</summary>
/// <param name="table">The credentials.</param>
internal sealed class TableHandler(ConcurrentDictionary<string, HeldCredential> table) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<string> Key = new("Benchmarks.Tenant");

    public static HttpRequestMessage Name(HttpRequestMessage request, string tenant)
    {
        request.Options.Set(Key, tenant);
        return request;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Key, out var tenant) || !table.TryGetValue(tenant, out var held) || TimeProvider.System.GetTimestamp() >= held.SoftExpiry)
        {
            throw new InvalidOperationException("There is no credential.");
        }

        var field = held.Credential.Fields[0];
#pragma warning disable RS0030 // A hand's own way.
        request.Headers.TryAddWithoutValidation(field.Key, field.Value.Reveal());
#pragma warning restore RS0030
        return base.SendAsync(request, cancellationToken);
    }
}
