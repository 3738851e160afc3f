using AuthProfiles.Samples.Consent;
using AuthProfiles.Samples.Memory;
using AuthProfiles.Testing;

namespace AuthProfiles.Samples;

/// <summary>The local services of AuthProfiles.Testing on real HTTP: Kestrel on 127.0.0.1, free ports.</summary>
/// <remarks>Thread-safe. Whoever starts it disposes of it. It logs nothing.</remarks>
public sealed class LocalServicesHost : IAsyncDisposable
{
    private readonly List<Listener> _listeners = [];
    private readonly Lock _gate = new();
    private readonly ServiceMemory _memory;
    private readonly ConsentPages _pages;
    private readonly GrantRecorder _grants;

    private LocalServicesHost(LocalServicesOptions options)
    {
        var clock = options.Clock ?? TimeProvider.System;
        AuthorizationServer = new LocalAuthorizationServer(clock);
        AzureOpenAI = new LocalAzureOpenAI(AuthorizationServer, clock);
        Zendesk = new LocalZendesk(AuthorizationServer, clock);
        _memory = ServiceMemory.Read(options.MemoryFile);
        _pages = new(AuthorizationServer, options.Accounts);
        _grants = new(AuthorizationServer, _memory);
    }

    /// <summary>Gets the authorization server, of Zendesk's endpoints for consent and tokens too.</summary>
    public LocalAuthorizationServer AuthorizationServer { get; }

    /// <summary>Gets Azure OpenAI; its resources have addresses once <see cref="AddAzureOpenAIResourceAsync"/> has been called.</summary>
    public LocalAzureOpenAI AzureOpenAI { get; }

    /// <summary>Gets Zendesk.</summary>
    public LocalZendesk Zendesk { get; }

    /// <summary>Gets the address of the authorization server: it and every path below it is an issuer with metadata, <c>{directory}/v2.0</c> as Microsoft's are.</summary>
    /// <value>Without <see cref="LocalServicesOptions.Accounts"/> users consent by themselves: a browser that is sent here comes back at once.</value>
    public Uri LoginAddress { get; private set; } = null!;

    /// <summary>Gets the address of Zendesk; an account is <c>{subdomain}/</c> below it.</summary>
    public Uri ZendeskAddress { get; private set; } = null!;

    /// <summary>Starts the login and Zendesk.</summary>
    /// <param name="options">How they run, or null.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running host.</returns>
    /// <exception cref="IOException">The memory can't be read, or somebody else listens where the services listened before.</exception>
    public static async Task<LocalServicesHost> StartAsync(LocalServicesOptions? options = null, CancellationToken cancellationToken = default)
    {
        var host = new LocalServicesHost(options ?? new());
        try
        {
            host.LoginAddress = await host.ListenAsync(host.AuthorizationServer, "Microsoft Entra ID", "login", cancellationToken);
            host.ZendeskAddress = await host.ListenAsync(host.Zendesk, "Zendesk", "zendesk", cancellationToken);
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
        var address = await ListenAsync(AzureOpenAI, "Azure OpenAI", $"azure-openai/{name}", cancellationToken);
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

        _pages.Dispose();
    }

    // A grant belongs to who gave it, and that is an address: it must be the same the next time.
    private async Task<Uri> ListenAsync(LocalService service, string provider, string name, CancellationToken cancellationToken)
    {
        var port = _memory.Port(name);
        try
        {
            var listener = await Listener.StartAsync((request, stop) => AnswerAsync(service, provider, request, stop), port ?? 0, cancellationToken);
            lock (_gate)
            {
                _listeners.Add(listener);
            }

            _memory.RememberPort(name, listener.Address.Port);
            return listener.Address;
        }
        catch (IOException error) when (port is not null)
        {
            throw new IOException($"Port {port} of the local services is taken: end the other run of this program, or delete '{_memory.Path}' to begin anew.", error);
        }
    }

    private Task<HttpResponseMessage> AnswerAsync(LocalService service, string provider, HttpRequestMessage request, CancellationToken cancellationToken) =>
        _pages.AnswerAsync(provider, (asked, stop) => _grants.AnswerAsync(service.AnswerAsync, asked, stop), request, cancellationToken);
}
