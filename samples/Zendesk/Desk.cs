using AuthProfiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Zendesk.Local;
using Zendesk.Steps;

namespace Zendesk;

/// <summary>The registration, and the steps that use it: the same statements for a local service and for a real account.</summary>
public static class Desk
{
    /// <summary>Takes the steps.</summary>
    /// <param name="args">What the command line says.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Whether every step did what it says.</returns>
    public static async Task<bool> RunAsync(string[] args, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        var arguments = Arguments.Parse(args);
        using var settings = Settings.Load();
        await using var local = Settings.NameAccount(settings) ? null : await LocalAccount.StartAsync(settings, clock, cancellationToken);
        if (arguments.Steps.Contains("migrate", StringComparer.Ordinal) && !Settings.NameLegacy(settings))
        {
            throw new SettingException($"The step migrate compares with an API token: add {Settings.LegacyPath} with Subdomain, Email and ApiToken, or name the other steps.");
        }

        using var host = Build(settings, arguments, clock);
        await host.StartAsync(cancellationToken);
        var succeeded = true;
        foreach (var name in arguments.Steps)
        {
            var step = host.Services.GetRequiredKeyedService<IStep>(name);
            Console.WriteLine($"== {name}: {step.Title}");
            succeeded &= await step.RunAsync(cancellationToken);
            Console.WriteLine();
        }

        return succeeded;
    }

    private static IHost Build(ConfigurationManager settings, Arguments arguments, TimeProvider? clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { Configuration = settings });
        builder.Services.AddZendesk(Settings.Support);
        if (Settings.NameLegacy(settings))
        {
            // Both beside each other: going over changes settings, no code.
            builder.Services.AddZendesk(Settings.Legacy);
        }

        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        builder.Services.AddSingleton(new ExportFolder(arguments.Directory));
        builder.Services.AddKeyedTransient<IStep, Migrate>("migrate").AddKeyedTransient<IStep, Export>("export").AddKeyedTransient<IStep, TagMany>("bulk");
        return builder.Build();
    }
}
