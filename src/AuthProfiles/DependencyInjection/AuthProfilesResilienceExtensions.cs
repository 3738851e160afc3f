using AuthProfiles.DependencyInjection;
using AuthProfiles.Resilience;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles;

/// <summary>Repeats failed calls where that is safe.</summary>
public static class AuthProfilesResilienceExtensions
{
    /// <summary>Repeats a client's failed calls where that is safe, with a time limit for each attempt; see <see cref="ResilienceOptions"/>.</summary>
    /// <remarks>It stands outside the credential: each attempt has a good one. Connectors have it already.</remarks>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets options in code, or null.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The client has it already: two of them would multiply the attempts.</exception>
    public static IHttpClientBuilder AddResilience(this IHttpClientBuilder builder, Action<ResilienceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = builder.Name ?? throw new InvalidOperationException("ConfigureHttpClientDefaults stands for all clients. Add resilience to one client: AddHttpClient(name).AddResilience().");
        builder.Services.AddAuthProfiles();
        ProfileDeclarations.Of(builder.Services)!.MakeResilient(name);
        var options = new ResilienceOptions();
        configure?.Invoke(options);
        return builder.AddHttpMessageHandler(services => new ResilienceHandler(name, options, services.GetService<TimeProvider>() ?? TimeProvider.System));
    }
}
