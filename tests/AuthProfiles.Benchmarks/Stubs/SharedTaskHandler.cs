using System.Net.Http.Json;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>The least that makes one token request for many callers: they share its task. Nothing is checked, renewed or forgiven.</summary>
internal sealed class SharedTaskHandler(TokenService tokens) : DelegatingHandler
{
    private readonly Lazy<Task<string>> _line = new(() => RequestAsync(tokens));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var line = await _line.Value.WaitAsync(cancellationToken);
#pragma warning disable RS0030 // A hand's own way.
        request.Headers.TryAddWithoutValidation("Authorization", line);
#pragma warning restore RS0030
        return await base.SendAsync(request, cancellationToken);
    }

    private static async Task<string> RequestAsync(TokenService tokens)
    {
        using var invoker = new HttpMessageInvoker(tokens, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://login.example.com/oauth2/token");
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        return "Bearer " + (await response.Content.ReadFromJsonAsync(TokenJson.Default.TokenAnswer))!.AccessToken;
    }
}
