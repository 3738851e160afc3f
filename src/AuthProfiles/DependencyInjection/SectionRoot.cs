using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace AuthProfiles.DependencyInjection;

/// <summary>A section that answers to whole paths, as the configuration that it is part of does.</summary>
internal sealed class SectionRoot(IConfigurationSection section) : IConfiguration
{
    public string? this[string key]
    {
        get => section[Below(key)];
        set => section[Below(key)] = value;
    }

    public IEnumerable<IConfigurationSection> GetChildren() => section.GetChildren();

    public IChangeToken GetReloadToken() => section.GetReloadToken();

    public IConfigurationSection GetSection(string key) =>
        string.Equals(key, section.Path, StringComparison.OrdinalIgnoreCase) ? section : section.GetSection(Below(key));

    private string Below(string key) => key.StartsWith(section.Path + ":", StringComparison.OrdinalIgnoreCase) ? key[(section.Path.Length + 1)..] : key;
}
