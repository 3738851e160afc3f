using AuthProfiles;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quickstart.Local;
using Quickstart.Steps;

namespace Quickstart;

/// <summary>The job: the same statements for local services and for real accounts, and for every tenant.</summary>
internal static class Triage
{
    /// <summary>Returns whether every step did what it says.</summary>
    public static async Task<bool> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        using var settings = Settings.Load();
        await using var local = await StartLocalAsync(arguments, settings, cancellationToken);
        var tenants = Settings.Tenants(settings);

        using var host = Build(settings);
        await host.StartAsync(cancellationToken);

        var authorizations = await host.Services.GetRequiredService<TestAuthorizations>().RunAsync(tenants, cancellationToken);
        if (!authorizations.All(test => test.Succeeded))
        {
            return false;
        }

        var failures = 0;
        foreach (var tenant in tenants)
        {
            var tickets = await host.Services.GetRequiredService<ReadTickets>().RunAsync(tenant, cancellationToken);
            if (tickets.Count > 0)
            {
                var duplicates = await host.Services.GetRequiredService<FindDuplicates>().RunAsync(tenant, tickets, cancellationToken);
                var notes = await host.Services.GetRequiredService<AskForNotes>().RunAsync(tenant, tickets, duplicates, cancellationToken);
                var written = await host.Services.GetRequiredService<WriteBack>().RunAsync(tenant, notes, cancellationToken);
                failures += tickets.Count - written;
            }
        }

        host.Services.GetRequiredService<Report>().Print(authorizations);
        Console.WriteLine();
        Console.WriteLine(failures == 0 ? "Done." : $"{failures} tickets failed, see above.");
        return failures == 0;
    }

    private static async Task<LocalAccounts?> StartLocalAsync(Arguments arguments, ConfigurationManager settings, CancellationToken cancellationToken)
    {
        if (!Settings.NameAccounts(settings))
        {
            return await LocalAccounts.StartAsync(arguments.TicketsFile, settings, cancellationToken);
        }

        return arguments.TicketsFile is null
            ? null
            : throw new UsageException($"--tickets loads the local services, but {Sections.SupportPath} or {Sections.AssistantPath} names real accounts.");
    }

    private static IHost Build(ConfigurationManager settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { Configuration = settings });
        builder.Services.AddSingleton<Journal>();
        builder.Services.AddTransient<JournalHandler>();
        builder.Services.AddAzureOpenAI(Sections.Assistant).HttpClientBuilder.AddHttpMessageHandler<JournalHandler>();
        builder.Services.AddZendesk(Sections.Support).AddHttpMessageHandler<JournalHandler>();

        builder.Services.AddTransient<TestAuthorizations>().AddTransient<ReadTickets>().AddTransient<FindDuplicates>();
        builder.Services.AddTransient<AskForNotes>().AddTransient<WriteBack>().AddTransient<Report>();
        return builder.Build();
    }
}
