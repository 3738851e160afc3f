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

        if (IsUnknown(request, target))
        {
            throw new NotSupportedException(source.Profile.Definition.Sentence(name, "the address comes with the token, which a synchronous send can't wait for: use SendAsync"));
        }

        Address(request, target);
        return base.Send(request, cancellationToken);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CheckChain();
        var name = NameOf(request);
        if (!source.TryGetTarget(name, out var target) || IsUnknown(request, target))
        {
            return FindThenSendAsync(request, name, cancellationToken);
        }

        Address(request, target);
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> FindThenSendAsync(HttpRequestMessage request, ConnectionName name, CancellationToken cancellationToken)
    {
        var target = await source.GetTargetAsync(name, cancellationToken).ConfigureAwait(false);
        if (IsUnknown(request, target))
        {
            target = (await source.AcquireAsync(name, cancellationToken).ConfigureAwait(false)).Target;
        }

        Address(request, target);
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

    // The address of a service may come with the token.
    private static bool IsUnknown(HttpRequestMessage request, ConnectionTarget target) =>
        request.RequestUri is { IsAbsoluteUri: true } address && BelowPlaceholder.Contains(address) && target.AwaitsGrant;

    private void Address(HttpRequestMessage request, ConnectionTarget target)
    {
        if (source.Profile.Definition.Base?.Placeholder is { } placeholder
            && request.RequestUri is { IsAbsoluteUri: true } address && BelowPlaceholder.Contains(address))
        {
            request.RequestUri = BelowPlaceholder.Expand(address, placeholder, target.RequireBaseAddress());
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
