using AuthProfiles.Connections;
using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles;

/// <summary>Binds clients to profiles.</summary>
public static class AuthProfilesHttpClientBuilderExtensions
{
    /// <summary>Authorizes every request of a client by a profile.</summary>
    /// <remarks>
    /// The client's base address becomes the profile's, unless it has one. The credential is put on below every other handler,
    /// whatever the order of registration, and taken off when the headers are back. Redirects and cookies are switched off on the
    /// platform's primary handlers.
    /// </remarks>
    /// <param name="builder">The client. It has a name: <c>ConfigureHttpClientDefaults</c> is refused.</param>
    /// <param name="profile">The profile's name. It may be declared before or after.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The client has another profile already, or the builder stands for all clients.</exception>
    public static IHttpClientBuilder AddAuthorizationProfile(this IHttpClientBuilder builder, string profile)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(profile);
        var name = builder.Name ?? throw new InvalidOperationException("ConfigureHttpClientDefaults stands for all clients, that of token endpoints included. Add the profile to one client: AddHttpClient(name).AddAuthorizationProfile(…).");
        builder.Services.AddAuthProfiles();
        ProfileDeclarations.Of(builder.Services)!.Bind(name, profile);
        return builder;
    }

    /// <summary>Says whose connection the requests of a client use that name none themselves, neither by a view nor by the request.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <returns>The same builder.</returns>
    /// <exception cref="AuthorizationException">A name is not valid.</exception>
    /// <exception cref="InvalidOperationException">The builder stands for all clients.</exception>
    public static TBuilder For<TBuilder>(this TBuilder builder, string? tenant = null, string? user = null)
        where TBuilder : IHttpClientBuilder
    {
        _ = ConnectionName.Create(string.Empty, tenant, user);
        return builder.For(_ => (tenant, user));
    }

    /// <summary>Says for each request of a client whose connection it uses, where it names none itself, neither by a view nor by the request.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="select">Returns tenant and user, of the container's root. It is called on each such request, so it must be quick; what it throws ends the request.</param>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder stands for all clients.</exception>
    public static TBuilder For<TBuilder>(this TBuilder builder, Func<IServiceProvider, (string? Tenant, string? User)> select)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(select);
        var name = builder.Name ?? throw new InvalidOperationException("ConfigureHttpClientDefaults stands for all clients. Say it of one client: AddHttpClient(name).For(…).");
        builder.Services.AddAuthProfiles();
        ProfileDeclarations.Of(builder.Services)!.NameByDefault(name, select);
        return builder;
    }
}
