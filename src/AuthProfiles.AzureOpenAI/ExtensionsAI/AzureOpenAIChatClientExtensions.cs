using AuthProfiles.AzureOpenAI.ExtensionsAI;
using Microsoft.Extensions.AI;

namespace AuthProfiles;

/// <summary>Extensions of chat clients.</summary>
public static class AzureOpenAIChatClientExtensions
{
    /// <summary>Returns a view of a chat client whose calls use one connection.</summary>
    /// <remarks>
    /// The connection travels in the options of each call, as the additional properties <c>authprofiles.tenant</c> and <c>authprofiles.user</c>. So it passes
    /// through whatever wraps the client, and a cache whose keys are made of the options keeps the connections apart. A view of a view uses the last connection alone.
    /// </remarks>
    /// <param name="client">An <see cref="AzureOpenAIChatClient"/>, or whatever wraps one.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <returns>The view. To dispose it does nothing.</returns>
    /// <exception cref="AuthorizationException">A name or the connection is not valid. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">No <see cref="AzureOpenAIClient"/> is behind the client, or it wraps a view: the connection would be ignored.</exception>
    public static IChatClient For(this IChatClient client, string? tenant = null, string? user = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var service = client.GetService(typeof(AzureOpenAIClient)) as AzureOpenAIClient ?? throw new ArgumentException(
            "No AzureOpenAIClient is behind the chat client, so nobody would use the connection. Give an AzureOpenAIChatClient, or a wrapper that passes GetService on.", nameof(client));
        if (client is not ConnectedChatClient && client.GetService(typeof(ConnectedChatClient)) is not null)
        {
            throw new ArgumentException("This client wraps a view of a connection, which would go on naming its own. Wrap the client first, then take For of the outermost.", nameof(client));
        }

        service.For(tenant, user);
        return new ConnectedChatClient(client, tenant, user);
    }
}
