using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore;

/// <summary>Shows users their connections. Register another one to show them in the look of the application.</summary>
/// <remarks>A singleton, thread-safe. The status code and the headers that keep addresses from leaking are set before it is called.</remarks>
public interface IConnectionsPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="context">The web request; the page goes into its answer.</param>
    /// <param name="view">What is to be seen. It holds no secret. All texts are to be encoded: services and users have written some of them.</param>
    /// <returns>When it is written.</returns>
    Task WriteAsync(HttpContext context, ConnectionsView view);
}
