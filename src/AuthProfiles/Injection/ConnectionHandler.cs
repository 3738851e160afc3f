using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Profiles;

namespace AuthProfiles.Injection;

/// <summary>Finds the connection of each request and gives the request its address. It is the outermost of its chain.</summary>
/// <remarks>What is below sees the real host, and no handler but the innermost sees a credential.</remarks>
internal sealed class ConnectionHandler(CredentialSource source, Func<ConnectionName>? nameByDefault = null) : DelegatingHandler
{
    private volatile bool _isWhole;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CheckChain();
        var name = NameOf(request);
        if (!source.TryGetTarget(name, out var target))
        {
            throw new NotSupportedException(source.Profile.Definition.Sentence(name, "the connection must be read from the store, which a synchronous send can't wait for: use SendAsync"));
        }

        var placeholder = PlaceholderOf(request);
        if (placeholder is not null && target.AwaitsGrant)
        {
            throw new NotSupportedException(source.Profile.Definition.Sentence(name, "the address comes with the token, which a synchronous send can't wait for: use SendAsync"));
        }

        Address(request, placeholder, target);
        return base.Send(request, cancellationToken);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CheckChain();
        var name = NameOf(request);
        var placeholder = PlaceholderOf(request);
        if (!source.TryGetTarget(name, out var target) || (placeholder is not null && target.AwaitsGrant))
        {
            return FindThenSendAsync(request, placeholder, name, cancellationToken);
        }

        Address(request, placeholder, target);
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> FindThenSendAsync(HttpRequestMessage request, Uri? placeholder, ConnectionName name, CancellationToken cancellationToken)
    {
        var target = await source.GetTargetAsync(name, cancellationToken).ConfigureAwait(false);
        if (placeholder is not null && target.AwaitsGrant)
        {
            // The address of a service may come with the token.
            target = (await source.AcquireAsync(name, cancellationToken).ConfigureAwait(false)).Target;
        }

        Address(request, placeholder, target);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private ConnectionName NameOf(HttpRequestMessage request)
    {
        if (nameByDefault is not null && !RequestConnection.IsNamed(request))
        {
            RequestConnection.Set(request, nameByDefault());
        }

        var name = RequestConnection.Of(request);
        source.Profile.Definition.RequireServed(name);
        return name;
    }

    // What the request's address is below where it does not know the connection's yet, or null.
    private Uri? PlaceholderOf(HttpRequestMessage request) =>
        source.Profile.Definition.Base?.Placeholder is { } placeholder && request.RequestUri is { IsAbsoluteUri: true } address && BelowPlaceholder.Contains(address) ? placeholder : null;

    private static void Address(HttpRequestMessage request, Uri? placeholder, ConnectionTarget target)
    {
        if (placeholder is not null)
        {
            request.RequestUri = BelowPlaceholder.Expand(request.RequestUri!, placeholder, target.RequireBaseAddress());
        }
    }

    // A filter or builder action that came after ours may have put the chain together anew, without the credential.
    private void CheckChain()
    {
        if (_isWhole)
        {
            return;
        }

        var handler = InnerHandler;
        while (handler is DelegatingHandler outer and not CredentialHandler)
        {
            handler = outer.InnerHandler;
        }

        _isWhole = handler is CredentialHandler
            ? true
            : throw source.Profile.Definition.Failure(
                ConnectionName.Own,
                AuthorizationErrorKind.Configuration,
                "the handler that injects the credential is not beside the primary handler: something put the chain together anew. Set the primary handler with ConfigurePrimaryHttpMessageHandler");
    }
}
