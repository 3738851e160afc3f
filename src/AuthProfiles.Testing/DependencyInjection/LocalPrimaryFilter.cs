using Microsoft.Extensions.Http;

namespace AuthProfiles.Testing.DependencyInjection;

/// <summary>Swaps the platform's primary handlers for the local services.</summary>
internal sealed class LocalPrimaryFilter(LocalServices local) : IHttpMessageHandlerBuilderFilter
{
    private const string TokenClient = "AuthProfiles.TokenClient";

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.PrimaryHandler is SocketsHttpHandler or HttpClientHandler)
        {
            builder.PrimaryHandler.Dispose();
            builder.PrimaryHandler = IsOfTokens(builder.Name) ? local.CreateTokenHandler() : local.CreateHandler();
        }
    };

    // One more for each primary handler that a profile names, after a colon.
    private static bool IsOfTokens(string? name) =>
        name is not null && (name == TokenClient || name.StartsWith(TokenClient + ":", StringComparison.Ordinal));
}
