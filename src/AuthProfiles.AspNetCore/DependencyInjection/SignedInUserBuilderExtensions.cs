using AuthProfiles.AspNetCore.SignedIn;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles;

/// <summary>Lets clients act for whoever is signed in.</summary>
public static class SignedInUserBuilderExtensions
{
    /// <summary>Sends each request of a client, or of a connector, with the connection of the user who is signed in to the web request at hand.</summary>
    /// <remarks>Views (<c>.For(user: …)</c>) and requests that name a connection go before it. Without a signed-in user nothing is sent.</remarks>
    /// <param name="builder">The client, or the connector.</param>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <returns>The same builder.</returns>
    public static TBuilder ForSignedInUser<TBuilder>(this TBuilder builder)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddAuthProfiles().AddSignedInUsers();
        return builder.For(static services => services.GetRequiredService<SignedInConnection>().Name());
    }
}
