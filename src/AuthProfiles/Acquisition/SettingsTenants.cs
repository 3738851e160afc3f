using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace AuthProfiles.Acquisition;

/// <summary>The tenants that have a connection in the settings. They are listed once, because that walks over all settings, and again when the settings change.</summary>
internal sealed class SettingsTenants(string section)
{
    private volatile Listing? _listing;

    public IReadOnlyCollection<string> All(IConfiguration settings) => List(settings);

    public bool Any(IConfiguration settings) => List(settings).Count > 0;

    public bool Contains(IConfiguration settings, string tenant) => List(settings).Contains(tenant);

    private HashSet<string> List(IConfiguration settings)
    {
        if (_listing is { } listing && !listing.Changed.HasChanged)
        {
            return listing.Tenants;
        }

        var changed = settings.GetReloadToken();
        var tenants = settings.GetSection($"{section}:Connections").GetChildren().Select(static child => child.Key).ToHashSet(StringComparer.Ordinal);
        _listing = new(tenants, changed);
        return tenants;
    }

    private sealed record Listing(HashSet<string> Tenants, IChangeToken Changed);
}
