using System.Net.Http.Headers;

namespace AuthProfiles.OAuth;

/// <summary>One token request of one client on its way: each attempt is a new message with a new authentication, and the last one's body is kept.</summary>
internal sealed class TokenCall(
    HttpMessageInvoker client, TimeProvider clock, Uri address, TokenRequest request, ClientIdentity asker, IClientAuthentication authentication, ITokenRequestBody format)
{
    /// <summary>What a message carries that must never be shown: whoever records it knows by this what to look for in the answer.</summary>
    public static readonly HttpRequestOptionsKey<IReadOnlyCollection<SecretValue>> Carried = new("AuthProfiles.Carried");

    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private readonly BoundedCall _call = new(client);

    /// <summary>Gets what the last attempt carried that must never be shown.</summary>
    public IReadOnlyCollection<SecretValue> Secrets { get; private set; } = [];

    /// <inheritdoc cref="BoundedCall.Body"/>
    public ReadOnlyMemory<byte>? Body => _call.Body;

    /// <inheritdoc cref="BoundedCall.SendAsync"/>
    public async Task<HttpResponseMessage> SendAsync(CancellationToken cancellationToken)
    {
        var attempt = new TokenAttempt(request.Parameters, asker, address, clock.GetUtcNow()) { Audience = request.Audience ?? address.AbsoluteUri };
        attempt.Add("assertion", request.Assertion?.Invoke(asker, attempt.Now));
        authentication.Authenticate(attempt);
        Secrets = [.. attempt.Secrets];
        using var message = format.Write(address, attempt.Parameters);
        message.Options.Set(Carried, Secrets);
        message.Headers.Accept.Add(Json);
        message.Headers.Authorization = attempt.Authorization;
        return await _call.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="BoundedCall.WasRedirected"/>
    public bool WasRedirected(HttpResponseMessage response) => _call.WasRedirected(response);
}
