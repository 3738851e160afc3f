using AuthProfiles.Acquisition;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>Makes containers with many profiles, and with what they are compared to.</summary>
internal static class Containers
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 100_000).Select(static i => $"service-{i:00000}")];
    private static readonly string[] Addresses = [.. Names.Select(static name => $"https://{name}.example.com/v1/")];

    public static ReadOnlySpan<string> FirstNames(int count) => Names.AsSpan(0, count);

    /// <summary>Declares profiles in code.</summary>
    public static ServiceProvider Declare(int profiles)
    {
        var services = new ServiceCollection();
        services.AddHttpClient();
        var builder = services.AddAuthProfiles();
        for (var i = 0; i < profiles; i++)
        {
            var address = Addresses[i];
            builder.AddClientCredentials(Names[i], options => Sources.Fill(options, address));
        }

        return services.BuildServiceProvider();
    }

    /// <summary>Puts the same options into a dictionary, and does nothing with them.</summary>
    public static ServiceProvider DeclarePlainly(int profiles)
    {
        var services = new ServiceCollection();
        services.AddHttpClient();
        var table = new Dictionary<string, ClientCredentialsOptions>(StringComparer.Ordinal);
        for (var i = 0; i < profiles; i++)
        {
            var options = new ClientCredentialsOptions();
            Sources.Fill(options, Addresses[i]);
            table[Names[i]] = options;
        }

        services.AddSingleton(table);
        return services.BuildServiceProvider();
    }

    public static ServiceProvider DeclareTokens(int profiles)
    {
        var services = new ServiceCollection();
        var builder = services.AddAuthProfiles();
        for (var i = 0; i < profiles; i++)
        {
            var address = Addresses[i];
            builder.AddBearer(Names[i], options => (options.BaseUrl, options.Token) = (address, "not-a-secret"));
        }

        return services.BuildServiceProvider();
    }

    public static ServiceProvider Over(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddAuthProfiles();
        return services.BuildServiceProvider();
    }

    /// <summary>Makes a container as an application has it: the clients <c>service</c>, authorized by client credentials, and <c>bare</c>.</summary>
    public static ServiceProvider Chain()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddClientCredentials("service", static options => Sources.Fill(options));
        services.AddHttpClient(TokenClient.Name).ConfigurePrimaryHttpMessageHandler(static () => new TokenService());
        services.AddHttpClient("service").AddAuthorizationProfile("service").ConfigurePrimaryHttpMessageHandler(static () => new CompletedPrimary());
        services.AddHttpClient("bare").ConfigurePrimaryHttpMessageHandler(static () => new CompletedPrimary());
        return services.BuildServiceProvider();
    }

    /// <summary>Writes settings of profiles.</summary>
    public static IConfiguration Profiles(int profiles)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < profiles; i++)
        {
            AddProfile(settings, Names[i], Addresses[i]);
        }

        return Build(settings);
    }

    /// <summary>Writes settings of one profile with connections of tenants.</summary>
    public static IConfiguration Tenants(int tenants)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        AddProfile(settings, "service", "https://{tenant}.example.com/v1/");
        foreach (var tenant in FirstNames(tenants))
        {
            settings[$"AuthProfiles:Profiles:service:Connections:{tenant}:ClientId"] = tenant;
            settings[$"AuthProfiles:Profiles:service:Connections:{tenant}:ClientSecret"] = "not-a-secret";
        }

        return Build(settings);
    }

    private static void AddProfile(Dictionary<string, string?> settings, string name, string address)
    {
        var section = "AuthProfiles:Profiles:" + name;
        settings[section + ":Type"] = "ClientCredentials";
        settings[section + ":BaseUrl"] = address;
        settings[section + ":TokenUrl"] = "https://login.example.com/oauth2/token";
        settings[section + ":ClientId"] = "4d2b6f6e-client";
        settings[section + ":ClientSecret"] = "not-a-secret";
    }

    private static IConfigurationRoot Build(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
