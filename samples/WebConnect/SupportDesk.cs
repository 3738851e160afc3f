using AuthProfiles;
using AuthProfiles.AspNetCore;
using AuthProfiles.Samples;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WebConnect.Local;
using WebConnect.Pages;
using WebConnect.SignIn;
using WebConnect.Tickets;

namespace WebConnect;

/// <summary>The application while it runs: the same statements for local services and for real accounts, and for every user.</summary>
public sealed class SupportDesk : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly LocalAccounts? _local;

    private SupportDesk(WebApplication application, LocalAccounts? local)
    {
        (_application, _local) = (application, local);
        Address = new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Gets the address of its pages.</summary>
    public Uri Address { get; }

    /// <summary>Gets the local services, or null where it works with real accounts.</summary>
    public LocalServicesHost? LocalServices => _local?.Services;

    /// <summary>Starts it.</summary>
    /// <param name="args">What the command line says.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running application.</returns>
    public static async Task<SupportDesk> StartAsync(string[] args, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        var arguments = Arguments.Parse(args);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Settings.Load(builder.Configuration);
        var directory = Settings.MakeDirectory(builder.Configuration, arguments);
        builder.WebHost.UseUrls(Settings.Urls(builder.Configuration, arguments));
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        var local = Settings.NameAccounts(builder.Configuration) ? null : await LocalAccounts.StartAsync(directory, builder.Configuration, clock, cancellationToken);
        WebApplication? application = null;
        try
        {
            AddServices(builder, directory);
            application = builder.Build();
            MapPages(application);
            await application.StartAsync(cancellationToken);
            return new(application, local);
        }
        catch
        {
            await DisposeAsync(application, local);
            throw;
        }
    }

    /// <summary>Waits until it is stopped.</summary>
    /// <returns>When it has stopped.</returns>
    public Task WaitForShutdownAsync() => _application.WaitForShutdownAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => DisposeAsync(_application, _local);

    private static void AddServices(WebApplicationBuilder builder, string directory)
    {
        var services = builder.Services;
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // That the keys lie beside what they protect is said in samples/README.md.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(static options =>
        {
            options.LoginPath = SignInEndpoints.Address;
            options.ReturnUrlParameter = SignInEndpoints.ReturnUrl;
            options.Cookie.Name = "webconnect";
        });
        services.AddAuthorization();
        services.AddDataProtection().SetApplicationName("WebConnect").PersistKeysToFileSystem(new(Path.Combine(directory, "keys")));

        // Where the console login has stored a connection, its key ring opens it.
        var profiles = services.AddAuthProfiles().PersistConnectionsToFileSystem(Path.Combine(directory, "connections"));
        _ = builder.Configuration.GetSection(Sections.KeysPath).Exists() ? profiles.ProtectConnectionsWithKeyRing() : profiles.ProtectConnectionsWithDataProtection();

        profiles
            .AddAuthorizationCode(Sections.Zendesk, static options =>
            {
                options.Provider = OAuthProviders.Zendesk;
                options.Description = "The tickets of your help desk, read and written as you.";
                options.Scope["scope"] = "read write";
            })
            .AddAuthorizationCode(Sections.AzureOpenAI, static options =>
            {
                options.Provider = OAuthProviders.EntraIdDelegated;
                options.IdentityProviderName = "Azure OpenAI";
                options.Description = "The model that reads a ticket and says how urgent it is.";
                options.Scope["scope"] = "openid profile https://cognitiveservices.azure.com/user_impersonation";
                options.Probe = "GET openai/v1/models";
            });
        services.AddZendesk("support", profile: Sections.Zendesk).ForSignedInUser();
        services.AddAzureOpenAI(Sections.Assistant, profile: Sections.AzureOpenAI).ForSignedInUser();

        services.Replace(ServiceDescriptor.Singleton<ISignedInUser, Employee>());
        services.AddSingleton<DemoUsers>();
        services.AddTransient<Triage>();
    }

    private static void MapPages(WebApplication app)
    {
        app.UseMiddleware<FailurePage>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAuthProfiles();
        app.MapGet("/", static () => TypedResults.LocalRedirect(TicketEndpoints.Address));
        app.MapSignIn();
        app.MapTickets();
        app.MapAuthProfiles("/connections").RequireAuthorization();
    }

    private static async ValueTask DisposeAsync(WebApplication? application, LocalAccounts? local)
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }

        if (local is not null)
        {
            await local.DisposeAsync();
        }
    }
}
