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
            builder.PrimaryHandler = string.Equals(builder.Name, TokenClient, StringComparison.Ordinal) ? local.CreateTokenHandler() : local.CreateHandler();
        }
    };
}
