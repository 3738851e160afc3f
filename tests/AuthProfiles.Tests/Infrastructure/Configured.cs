using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tests.Infrastructure;

/// <summary>Settings in memory.</summary>
internal static class Configured
{
    public static IConfiguration By(params IEnumerable<(string Key, string? Value)> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();
}
