using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace AuthProfiles.Tests.Settings;

/// <summary>Counts what is read; listing anything fails the test.</summary>
internal sealed class CountingConfiguration(IConfiguration inner) : IConfiguration
{
    public int Reads { get; private set; }

    public string? this[string key]
    {
        get
        {
            Reads++;
            return inner[key];
        }

        set => throw new InvalidOperationException("Settings are read, not written.");
    }

    public IEnumerable<IConfigurationSection> GetChildren() => throw new InvalidOperationException("Listing costs a pass over every key.");

    public IChangeToken GetReloadToken() => inner.GetReloadToken();

    public IConfigurationSection GetSection(string key) => throw new InvalidOperationException("A section can be listed: read the key.");
}
