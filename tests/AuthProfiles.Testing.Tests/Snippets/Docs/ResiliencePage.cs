using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class ResiliencePage
{
    internal static void Register(App builder)
    {
        builder.Services.AddHttpClient("orders").AddAuthorizationProfile("orders")
            .AddResilience(o => o.MaxRetries = 2);
    }
}
