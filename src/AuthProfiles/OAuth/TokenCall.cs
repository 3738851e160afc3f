using System.Net.Http.Headers;

namespace AuthProfiles.OAuth;

/// <summary>One token request of one client on its way: each attempt has a new authentication.</summary>
internal sealed class TokenCall
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private readonly BoundedCall _call;

    public TokenCall(
        HttpMessageInvoker client, TimeProvider clock, Uri address, TokenRequest request, ClientIdentity asker, IClientAuthentication authentication, ITokenRequestBody format) =>
        _call = new(client, () =>
        {
            var attempt = new TokenAttempt(request.Parameters, asker, address, clock.GetUtcNow()) { Audience = request.Audience ?? address.AbsoluteUri };
            authentication.Authenticate(attempt);
            Secrets = [.. attempt.Secrets];
            var message = format.Write(address, attempt.Parameters);
            message.Headers.Accept.Add(Json);
            message.Headers.Authorization = attempt.Authorization;
            return message;
        });

    /// <summary>Gets what the last attempt carried that must never be shown.</summary>
    public IReadOnlyCollection<SecretValue> Secrets { get; private set; } = [];

    /// <inheritdoc cref="BoundedCall.Body"/>
    public ReadOnlyMemory<byte>? Body => _call.Body;

    /// <inheritdoc cref="BoundedCall.SendAsync"/>
    public Task<HttpResponseMessage> SendAsync(CancellationToken cancellationToken) => _call.SendAsync(cancellationToken);

    /// <inheritdoc cref="BoundedCall.WasRedirected"/>
    public bool WasRedirected(HttpResponseMessage response) => _call.WasRedirected(response);
}
