using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tool.Settings;

/// <summary>Declares what the settings have: profiles by their type, and each section of a connector as its <c>Add…</c> does, but for those of a client alone.</summary>
internal static class DeclaredProfiles
{
    public const string Root = "AuthProfiles";
    public const string Section = "AuthProfiles:Profiles";

    private const string AzureOpenAI = "AuthProfiles:AzureOpenAI";
    private const string Zendesk = "AuthProfiles:Zendesk";

    private static readonly string[] Sections = [Section, AzureOpenAI, Zendesk];

    // The others hold no profiles: docs/stores.md.
    private static readonly string[] Known = ["Profiles", "AzureOpenAI", "Zendesk", "KeyRing", "FileStore"];

    private static readonly HashSet<string> OfClient = new(typeof(AzureOpenAIClientOptions).GetProperties().Select(static option => option.Name), StringComparer.OrdinalIgnoreCase);

    /// <param name="services">The services.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="sends">Whether anything is to be sent: clients that only the application has can't be stood in for then.</param>
    /// <exception cref="UsageException">A connector's section has no name, or two connectors have one of the same name.</exception>
    public static AuthProfilesBuilder AddTo(IServiceCollection services, IConfiguration settings, bool sends)
    {
        var builder = services.AddSingleton(settings).AddAuthProfiles();

        // Of the other profiles the core's own lint says so.
        foreach (var section in Sections.Where(section => section != Section && NamesIn(settings, section).Any(string.IsNullOrWhiteSpace)))
        {
            throw new UsageException($"{section} has a profile without a name. Give it one.");
        }

        string[] assistants = [.. NamesIn(settings, AzureOpenAI).Where(name => !IsOfClientAlone(settings, name))];
        if (assistants.Intersect(NamesIn(settings, Zendesk), StringComparer.Ordinal).FirstOrDefault() is { } twice)
        {
            throw new UsageException($"'{twice}' stands in {AzureOpenAI} and in {Zendesk}: profiles have names of their own. Rename one of them.");
        }

        foreach (var name in assistants)
        {
            services.AddAzureOpenAI(name);
        }

        foreach (var name in NamesIn(settings, Zendesk))
        {
            services.AddZendesk(name);
        }

        if (!sends)
        {
            StandIn(services, settings);
        }

        return builder;
    }

    /// <summary>Returns whether a profile stands in the settings, so that one can be made of it.</summary>
    public static bool IsDeclared(IConfiguration settings, string profile) =>
        Sections.Any(section => NamesIn(settings, section).Contains(profile, StringComparer.Ordinal) && section switch
        {
            Section => settings[$"{section}:{profile}:Type"] is { Length: > 0 },
            AzureOpenAI => !IsOfClientAlone(settings, profile),
            _ => true,
        });

    /// <summary>Returns the sections that say what is called and not how it is authorized: their clients go by another profile (<c>AddAzureOpenAI(name, profile)</c>), which code names.</summary>
    public static IEnumerable<string> FindClientSections(IConfiguration settings) =>
        NamesIn(settings, AzureOpenAI).Select(name => FindClientSection(settings, name)).OfType<string>();

    /// <summary>Returns such a section by the client's name, or null where there is none.</summary>
    public static string? FindClientSection(IConfiguration settings, string name) =>
        NamesIn(settings, AzureOpenAI).Contains(name, StringComparer.Ordinal) && IsOfClientAlone(settings, name) ? $"{AzureOpenAI}:{name}" : null;

    /// <summary>Says what such a section is taken for.</summary>
    public static string DescribeClient(string section) =>
        $"{section} is taken for the settings of a client that another profile authorizes, because it has neither an endpoint nor anything of an authorization. If it is a profile, set {section}:Endpoint.";

    /// <summary>Returns the sections that no package of ours reads: misspelt, or of somebody else's connector.</summary>
    public static IEnumerable<string> FindForeignSections(IConfiguration settings) =>
        NamesIn(settings, Root).Where(static name => !Known.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(static name => $"{Root}:{name}");

    private static bool IsOfClientAlone(IConfiguration settings, string name) => settings.GetSection($"{AzureOpenAI}:{name}").GetChildren().All(static setting => OfClient.Contains(setting.Key));

    // A profile may send by the primary handler of a client that the application registers. Where nothing is sent, any will do.
    private static void StandIn(IServiceCollection services, IConfiguration settings)
    {
        var clients = from section in Sections
                      from profile in settings.GetSection(section).GetChildren()
                      select profile[nameof(ProfileOptions.PrimaryHandler)];
        foreach (var client in clients.Where(static client => !string.IsNullOrWhiteSpace(client)).Distinct(StringComparer.Ordinal))
        {
            services.AddHttpClient(client!).ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        }
    }

    private static IEnumerable<string> NamesIn(IConfiguration settings, string section) => settings.GetSection(section).GetChildren().Select(static child => child.Key);
}
