namespace AuthProfiles.Testing;

/// <summary>An authorization server, Azure OpenAI and Zendesk in memory, on one manual clock: no ports, no secrets, no waiting.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LocalServices : IAsyncDisposable
{
    private static readonly string[] s_azureDomains = [".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com"];
    private static readonly string[] s_loginHosts = ["login.microsoftonline.com", "login.microsoftonline.us"];

    private volatile bool _disposed;

    /// <summary>Initializes a new instance of the <see cref="LocalServices"/> class.</summary>
    public LocalServices()
    {
        AuthorizationServer = new LocalAuthorizationServer(Clock);
        AzureOpenAI = new LocalAzureOpenAI(AuthorizationServer, Clock);
        Zendesk = new LocalZendesk(AuthorizationServer, Clock);
    }

    /// <summary>Gets the clock by which tokens expire and tickets are dated.</summary>
    public ManualClock Clock { get; } = new();

    /// <summary>Gets the authorization server.</summary>
    public LocalAuthorizationServer AuthorizationServer { get; }

    /// <summary>Gets Azure OpenAI, which answers for the hosts of every resource.</summary>
    public LocalAzureOpenAI AzureOpenAI { get; }

    /// <summary>Gets Zendesk, which answers for the hosts of every account.</summary>
    public LocalZendesk Zendesk { get; }

    /// <summary>Makes a primary handler that sends each request to the local service of its host: Zendesk, Azure OpenAI or the Microsoft login.</summary>
    /// <returns>A handler, for synchronous sends too. A host that nobody answers for gets a 404 that says so. Disposing of it ends nothing.</returns>
    public HttpMessageHandler CreateHandler() => new LocalServicesHandler(request => Find(request.RequestUri));

    /// <summary>Makes a primary handler for a token client: like <see cref="CreateHandler"/>, but what no service answers for is a token endpoint.</summary>
    /// <returns>A handler, for synchronous sends too. Disposing of it ends nothing.</returns>
    public HttpMessageHandler CreateTokenHandler() => new LocalServicesHandler(request => Find(request.RequestUri) ?? AuthorizationServer);

    /// <summary>Ends the services: later requests are refused with <see cref="ObjectDisposedException"/>.</summary>
    /// <returns>A completed task.</returns>
    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return default;
    }

    private LocalService? Find(Uri? address)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (address is not { IsAbsoluteUri: true })
        {
            throw new InvalidOperationException("The request has no absolute address.");
        }

        if (address.Host.EndsWith(".zendesk.com", StringComparison.OrdinalIgnoreCase))
        {
            return Zendesk;
        }

        if (Array.Exists(s_azureDomains, domain => address.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)))
        {
            return AzureOpenAI;
        }

        return s_loginHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase) ? AuthorizationServer : null;
    }
}
