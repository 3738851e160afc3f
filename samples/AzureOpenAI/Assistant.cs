using AuthProfiles;
using AzureOpenAI.Local;
using AzureOpenAI.Steps;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AzureOpenAI;

/// <summary>The registration, and the steps that use it.</summary>
internal static class Assistant
{
    public static async Task RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        using var settings = Settings.Load();
        await using var local = Settings.NameResource(settings) ? null : await LocalResource.StartAsync(settings, cancellationToken);
        using var host = Build(settings);
        await host.StartAsync(cancellationToken);
        foreach (var name in arguments.Steps)
        {
            local?.Prepare(name);
            var step = host.Services.GetRequiredKeyedService<IStep>(name);
            Console.WriteLine($"== {name}: {step.Title}");
            await step.RunAsync(cancellationToken);
            Console.WriteLine();
        }
    }

    private static IHost Build(ConfigurationManager settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { Configuration = settings });
        builder.Services.AddAzureOpenAI(Settings.Assistant).AddChatClient().AddEmbeddingGenerator();

        // Any other client on the same authorization: this one is given to the official package.
        builder.Services.AddHttpClient(AskOfficialClient.ClientName).AddAuthorizationProfile(Settings.Assistant);

        builder.Services.AddKeyedTransient<IStep, AskQuestion>("ask").AddKeyedTransient<IStep, ReadStream>("stream").AddKeyedTransient<IStep, CallTools>("tools");
        builder.Services.AddKeyedTransient<IStep, AskForRecord>("structured").AddKeyedTransient<IStep, Search>("search").AddKeyedTransient<IStep, AskOfficialClient>("official");
        return builder.Build();
    }
}
