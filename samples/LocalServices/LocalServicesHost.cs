using AuthProfiles.Testing;

namespace AuthProfiles.Samples;

/// <summary>The local services of AuthProfiles.Testing on real HTTP: Kestrel on 127.0.0.1, free ports.</summary>
/// <remarks>Thread-safe. Whoever starts it disposes of it. It logs nothing.</remarks>
public sealed class LocalServicesHost : IAsyncDisposable
{
    private readonly List<Listener> _listeners = [];
    private readonly Lock _gate = new();

    private LocalServicesHost(TimeProvider clock)
    {
        AuthorizationServer = new LocalAuthorizationServer(clock);
        AzureOpenAI = new LocalAzureOpenAI(AuthorizationServer, clock);
        Zendesk = new LocalZendesk(AuthorizationServer, clock);
    }

    /// <summary>Gets the authorization server, of Zendesk's endpoints for consent and tokens too.</summary>
    public LocalAuthorizationServer AuthorizationServer { get; }

    /// <summary>Gets Azure OpenAI; its resources have addresses once <see cref="AddAzureOpenAIResourceAsync"/> has been called.</summary>
    public LocalAzureOpenAI AzureOpenAI { get; }

    /// <summary>Gets Zendesk.</summary>
    public LocalZendesk Zendesk { get; }

    /// <summary>Gets the address of the authorization server: it and every path below it is an issuer with metadata, <c>{directory}/v2.0</c> as Microsoft's are.</summary>
    /// <value>Users consent by themselves: a browser that is sent here comes back at once.</value>
    public Uri LoginAddress { get; private set; } = null!;

    /// <summary>Gets the address of Zendesk; an account is <c>{subdomain}/</c> below it.</summary>
    public Uri ZendeskAddress { get; private set; } = null!;

    /// <summary>Starts the login and Zendesk.</summary>
    /// <param name="clock">The clock of the services; null for the system's.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running host.</returns>
    public static async Task<LocalServicesHost> StartAsync(TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        var host = new LocalServicesHost(clock ?? TimeProvider.System);
        try
        {
            host.LoginAddress = await host.ListenAsync(host.AuthorizationServer, cancellationToken);
            host.ZendeskAddress = await host.ListenAsync(host.Zendesk, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts an Azure OpenAI resource on a port of its own.</summary>
    /// <param name="name">The resource's name; its keys and deployments are set on <c>AzureOpenAI.Resource(name)</c>.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The resource's endpoint.</returns>
    public async Task<Uri> AddAzureOpenAIResourceAsync(string name, CancellationToken cancellationToken = default)
    {
        AzureOpenAI.Resource(name);
        var address = await ListenAsync(AzureOpenAI, cancellationToken);
        AzureOpenAI.ServeAt(name, address);
        return address;
    }

    /// <summary>Returns the address of a Zendesk account.</summary>
    /// <param name="subdomain">The account's subdomain.</param>
    /// <returns>The address, with a slash at the end.</returns>
    public Uri ZendeskAccountAddress(string subdomain) => new(ZendeskAddress, Uri.EscapeDataString(subdomain) + "/");

    /// <summary>Stops listening.</summary>
    /// <returns>A task that ends when every port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        Listener[] listeners;
        lock (_gate)
        {
            listeners = [.. _listeners];
            _listeners.Clear();
        }

        foreach (var listener in listeners)
        {
            await listener.DisposeAsync();
        }
    }

    private async Task<Uri> ListenAsync(LocalService service, CancellationToken cancellationToken)
    {
        var listener = await Listener.StartAsync(service.AnswerAsync, port: 0, cancellationToken);
        lock (_gate)
        {
            _listeners.Add(listener);
        }

        return listener.Address;
    }
}
