using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>As much of a host's builder as the snippets use.</summary>
internal sealed record App(IServiceCollection Services)
{
    public IConfiguration Configuration { get; } = new ConfigurationManager();
}
