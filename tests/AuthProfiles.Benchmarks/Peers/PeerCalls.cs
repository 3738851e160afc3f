using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>The same authorized call in everybody's way, each with a token at hand.</summary>
internal sealed class PeerCalls : IDisposable
{
    private static readonly string Token = new('a', 1_400);

    private readonly List<IDisposable> _disposables = [];
    private readonly Func<HttpMessageHandler> _primary;
    private readonly Uri _address;

    public PeerCalls(Func<HttpMessageHandler> primary, Uri address)
    {
        _primary = primary;
        _address = address;
    }

    public Case Raw() => Get("raw HttpClient, no authorization", Owned(new HttpClient(_primary())));

    /// <summary>Makes the case of ours: the handler over the primary, as <c>CreateHttpClient</c> has it.</summary>
    public async Task<Case> OursAsync() => Get(
        "AuthProfiles",
        Owned(new HttpClient(new CredentialHandler(Owned(await Sources.MakeWarmAsync(_address.GetLeftPart(UriPartial.Authority) + "/")), binding: null) { InnerHandler = _primary() })));

    public Case Typical()
    {
        var tokens = Owned(new HttpMessageInvoker(new TokenService()));
        return Get("hand-written: async handler, cached token, new header value", Owned(new HttpClient(new TypicalHandler(tokens) { InnerHandler = _primary() })));
    }

    public Case Google() => Get("Google.Apis.Auth 1.78, a given token", Owned(GoogleClients.Make(_primary(), Token)));

    public Case AzureBearer() => AzurePipelines.Get("Azure.Core's bearer policy, Azure.Identity 1.21", AzurePipelines.Bearer(_primary(), AzurePipelines.Credential(Owned(new TokenService()))), _address);

    public Case AzureFixed() => AzurePipelines.Get("Azure.Core, a fixed header (its bearer policy refuses http)", AzurePipelines.Fixed(_primary(), Token), _address);

    public Case Msal() => Get("handler and MSAL 4.92, AcquireTokenForClient", Owned(new HttpClient(new MsalHandler(MsalClients.Make(Owned(new TokenService()))) { InnerHandler = _primary() })));

    public Case RestSharp() => RestClients.Get("RestSharp 114.1, a given token (reads the body)", Owned(RestClients.Make(_primary(), Token)), _address);

    public void Dispose() => _disposables.ForEach(static owned => owned.Dispose());

    private Case Get(string name, HttpClient client) => ClientCase.Get(name, client, _address);

    private T Owned<T>(T disposable)
        where T : IDisposable
    {
        _disposables.Add(disposable);
        return disposable;
    }
}
