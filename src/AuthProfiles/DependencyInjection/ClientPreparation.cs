using AuthProfiles.Injection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace AuthProfiles.DependencyInjection;

/// <summary>Gives each bound client its base address, after everything else has had its say, and remembers what it is bound to; and a primary handler where its profile names one.</summary>
internal sealed class ClientPreparation(IServiceProvider services, ProfileDeclarations declarations, BorrowedPrimary primaries) : IPostConfigureOptions<HttpClientFactoryOptions>
{
    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (name is not null)
        {
            primaries.PutInto(name, options);
        }

        if (name is not null && declarations.Clients.ContainsKey(name))
        {
            options.HttpClientActions.Add(client =>
            {
                var binding = services.GetRequiredService<ClientTable>().Get(name);
                binding.Prepare(client);
                ClientBindings.Add(client, binding);
            });
        }
    }
}
