using AuthProfiles.Acquisition;
using AuthProfiles.Injection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace AuthProfiles.DependencyInjection;

/// <summary>Puts the two handlers of a profile at the ends of the chain: the connection's outermost, the credential's innermost.</summary>
/// <remarks>
/// It is the first of all filters, so it acts when all others have: nobody's handler comes to stand below the credential.
/// It resolves the table late, because the factory that the table needs is made with the filters.
/// </remarks>
internal sealed class CredentialFilter(IServiceProvider services, ProfileDeclarations declarations) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name is not null && OwnClient.Is(builder.Name))
        {
            // Nobody's handler may log, cache or repeat a token request or a probe: only the primary is used.
            builder.AdditionalHandlers.Clear();
            TokenClient.Harden(builder.PrimaryHandler);
        }
        else if (builder.Name is { } name && declarations.Clients.ContainsKey(name))
        {
            var binding = services.GetRequiredService<ClientTable>().Get(name);
            builder.PrimaryHandler = new CredentialHandler(binding.Source, binding) { InnerHandler = builder.PrimaryHandler };
            builder.AdditionalHandlers.Insert(0, new ConnectionHandler(binding.Source, binding.NameByDefault));
        }
    };
}
