using AuthProfiles;
using ConsoleLogin.Asking;
using ConsoleLogin.Local;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConsoleLogin;

/// <summary>The job: the same statements for the local provider and for a real one.</summary>
internal static class Session
{
    public static async Task RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        using var settings = Settings.Load();
        var directory = Settings.MakeDirectory(settings, arguments);
        await using var local = Settings.NameProvider(settings) ? null : await LocalProvider.StartAsync(directory, settings, cancellationToken);
        if (!settings.GetSection(Settings.KeysPath).Exists())
        {
            KeyFile.Provide(settings, directory);
        }

        using var host = Build(settings, arguments, directory);
        await host.StartAsync(cancellationToken);
        var connections = host.Services.GetRequiredService<IConnections>();
        var whose = host.Services.GetRequiredService<ConnectionKey>();
        if (arguments.LogOut)
        {
            var had = await connections.DisconnectAsync(whose.Profile, whose.Tenant, whose.User, cancellationToken);
            Console.WriteLine(had ? "Disconnected." : "Nobody was connected.");
            return;
        }

        var hasBrowser = !arguments.NoBrowser && !Console.IsInputRedirected;
        await CallAsync(host.Services.GetRequiredService<AccountClient>(), connections, whose, HowToAsk.Choose(hasBrowser, local is not null), cancellationToken);
    }

    private static async Task CallAsync(AccountClient account, IConnections connections, ConnectionKey whose, LogInOptions options, CancellationToken cancellationToken)
    {
        try
        {
            Console.WriteLine(await account.AskAsync(cancellationToken));
            Console.WriteLine("No login was needed: the connection of an earlier run is still good.");
        }
        catch (AuthorizationRequiredException)
        {
            Console.WriteLine("Nobody is connected: log in.");
            var completed = await connections.LogInAsync(whose.Profile, whose.Tenant, whose.User, options, cancellationToken);
            foreach (var warning in completed.Warnings)
            {
                Console.WriteLine(warning);
            }

            Console.WriteLine(await account.AskAsync(cancellationToken));
            Console.WriteLine("Connected. The next run needs no login.");
        }
    }

    private static IHost Build(ConfigurationManager settings, Arguments arguments, string directory)
    {
        var whose = Settings.Whose(settings);
        var builder = Host.CreateEmptyApplicationBuilder(new() { Configuration = settings });
        var profiles = builder.Services.AddAuthProfiles()
            .PersistConnectionsToFileSystem(Path.Combine(directory, "connections"))
            .ProtectConnectionsWithKeyRing();
        _ = arguments.Device ? profiles.AddDeviceCode(whose.Profile) : profiles.AddAuthorizationCode(whose.Profile);
        builder.Services.AddSingleton(whose);
        builder.Services.AddHttpClient<AccountClient>().AddAuthorizationProfile(whose.Profile);
        return builder.Build();
    }
}
