using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Injection;
using AuthProfiles.Profiles;
using AuthProfiles.Resilience;

namespace AuthProfiles;

/// <summary>Puts the credential of a profile on each request, innermost of all handlers, and takes it off again when the headers are back.</summary>
/// <remarks>
/// Thread-safe. No other handler, and nobody who holds the request or the response, sees the credential. Without a credential
/// nothing is sent. Its inner handler is the primary: a <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/>
/// gets redirects and cookies switched off before the first send, because they would carry the credential elsewhere.
/// </remarks>
public sealed class CredentialHandler : DelegatingHandler
{
    private readonly CredentialSource _source;
    private readonly ClientBinding? _binding;
    private readonly InjectionRules _rules;
    private readonly SpentRules _renewal;
    private readonly CallTracing? _tracing;
    private volatile bool _isHardened;

    /// <summary>Initializes a new instance of the <see cref="CredentialHandler"/> class for use without a container. Set its inner handler.</summary>
    /// <param name="profile">The profile. Handlers of the same instance share its credentials.</param>
    public CredentialHandler(IAuthorizationProfile profile)
        : this(StandaloneSources.Of(profile), binding: null)
    {
    }

    internal CredentialHandler(CredentialSource source, ClientBinding? binding)
    {
        _source = source;
        _binding = binding;
        var definition = source.Profile.Definition;
        _rules = new(definition.Name, definition.OnConflict, definition.PayloadLimit, definition.ShowsInAddress);
        _renewal = new(definition);
        _tracing = definition.ShowsInAddress ? new(definition) : null;
    }

    /// <inheritdoc/>
    /// <exception cref="AuthorizationException">There is no credential, or it can't be put on this request. Nothing was sent.</exception>
    /// <exception cref="NotSupportedException">The credential would have to be waited for. Nothing was sent.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Harden();
        var name = NameOf(request);
        var held = _source.AcquireAtOnce(name)
            ?? throw new NotSupportedException(_source.Profile.Definition.Sentence(name, "no credential is at hand, and a synchronous send can't wait for one: use SendAsync"));
        CheckAddress(request, held);
        using var call = _tracing?.Start(request);
        var injection = Injector.InjectSynchronously(held.Credential, request, _rules, cancellationToken);
        EmptyBody.Put(request);
        try
        {
            var response = Checked(base.Send(request, cancellationToken), request, held);
            call?.End(response);
            return response;
        }
        catch (Exception error)
        {
            call?.End(error);
            throw;
        }
        finally
        {
            injection.Restore();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="AuthorizationException">There is no credential, or it can't be put on this request. Nothing was sent.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Harden();
        var name = NameOf(request);
        if (_tracing is not null || !_source.TryGetWarm(name, out var held) || Injector.NeedsBody(held.Credential))
        {
            return AcquireThenSendAsync(request, name, cancellationToken);
        }

        var address = request.RequestUri;
        CheckAddress(request, held);

        // The request carries the secret only while it is below this handler, also when the send throws at once.
        var injection = Injector.Inject(held.Credential, request, _rules);
        EmptyBody.Put(request);
        Task<HttpResponseMessage> sending;
        try
        {
            sending = base.SendAsync(request, cancellationToken);
        }
        catch
        {
            injection.Restore();
            throw;
        }

#pragma warning disable CA1849 // Completed: there is nothing to wait for, and no state machine to pay for.
        if (sending.IsCompletedSuccessfully && !_renewal.MayApply(sending.Result.StatusCode) && !IsElsewhere(sending.Result, request, held, address))
#pragma warning restore CA1849
        {
            injection.Restore();
            return sending;
        }

        return FinishAsync(request, sending, held, injection, name, cancellationToken);
    }

    private void CheckAddress(HttpRequestMessage request, HeldCredential held)
    {
        var address = request.RequestUri;
        if (!Allows(address, held))
        {
            throw held.Target.OriginRefused(address);
        }

        if (HostHeader.IsOn(request))
        {
            CheckHost(request, address!, held);
        }
    }

    private void CheckHost(HttpRequestMessage request, Uri address, HeldCredential held)
    {
        if (!Allows(HostHeader.AddressOf(request, address), held))
        {
            throw held.Target.HostRefused(HostHeader.TextOf(request));
        }
    }

    private bool Allows(Uri? address, HeldCredential held) =>
        address is { IsAbsoluteUri: true } && (held.Allows(address) || (_binding?.Allows(address) ?? false));

    // An address can't change: the very object that was allowed before still is.
    private bool IsElsewhere(HttpResponseMessage response, HttpRequestMessage request, HeldCredential held, Uri? allowed = null)
    {
        var address = (response.RequestMessage ?? request).RequestUri;
        return address is null || (!ReferenceEquals(address, allowed) && !Allows(address, held));
    }

    // A primary that follows redirects by itself may have carried the credential along: its answer is not passed on.
    private HttpResponseMessage Checked(HttpResponseMessage response, HttpRequestMessage request, HeldCredential held)
    {
        if (!IsElsewhere(response, request, held))
        {
            return response;
        }

        var address = (response.RequestMessage ?? request).RequestUri;
        response.Dispose();
        throw held.Target.OriginRefused(address);
    }

    private async Task<HttpResponseMessage> FinishAsync(
        HttpRequestMessage request, Task<HttpResponseMessage> sending, HeldCredential held, Injection.Injection injection, ConnectionName name, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = Checked(await sending.ConfigureAwait(false), request, held);
        }
        finally
        {
            injection.Restore();
        }

        return _renewal.MayApply(response.StatusCode)
            ? await RenewThenResendAsync(request, response, held, injection, name, cancellationToken).ConfigureAwait(false)
            : response;
    }

    private async Task<HttpResponseMessage> AcquireThenSendAsync(HttpRequestMessage request, ConnectionName name, CancellationToken cancellationToken)
    {
        var held = await _source.AcquireAsync(name, cancellationToken).ConfigureAwait(false);
        var (response, injection) = await SendOnceAsync(request, held, cancellationToken).ConfigureAwait(false);
        return _renewal.MayApply(response.StatusCode)
            ? await RenewThenResendAsync(request, response, held, injection, name, cancellationToken).ConfigureAwait(false)
            : response;
    }

    private async Task<HttpResponseMessage> RenewThenResendAsync(
        HttpRequestMessage request, HttpResponseMessage answer, HeldCredential refused, Injection.Injection injection, ConnectionName name, CancellationToken cancellationToken)
    {
        if (SpentRules.AreDenied(request))
        {
            return answer;
        }

        // The new credential is acquired even where this request can't go again: the next one has it.
        HeldCredential? renewed;
        try
        {
            if (!await _renewal.AskForRenewalAsync(answer, cancellationToken).ConfigureAwait(false))
            {
                return answer;
            }

            renewed = await _source.RenewAsync(name, refused, cancellationToken).ConfigureAwait(false);
            if (renewed is null || !await injection.HasEndedAsync(_source.Clock, cancellationToken).ConfigureAwait(false) || !Resendable.CanResend(request))
            {
                return answer;
            }
        }
        catch
        {
            answer.Dispose();
            throw;
        }

        answer.Dispose();
        var (response, _) = await SendOnceAsync(request, renewed, cancellationToken).ConfigureAwait(false);
        try
        {
            // Judged as the first one was: where a body says it all, its status alone says nothing.
            if (_renewal.MayApply(response.StatusCode) && await _renewal.AskForRenewalAsync(response, cancellationToken).ConfigureAwait(false))
            {
                _source.RefusedAgain(name);
            }
        }
        catch
        {
            response.Dispose();
            throw;
        }

        return response;
    }

    private async ValueTask<(HttpResponseMessage Response, Injection.Injection Injection)> SendOnceAsync(HttpRequestMessage request, HeldCredential held, CancellationToken cancellationToken)
    {
        CheckAddress(request, held);
        using var call = _tracing?.Start(request);
        var injection = await Injector.InjectAsync(held.Credential, request, _rules, cancellationToken).ConfigureAwait(false);
        EmptyBody.Put(request);
        try
        {
            var response = Checked(await base.SendAsync(request, cancellationToken).ConfigureAwait(false), request, held);
            call?.End(response);
            return (response, injection);
        }
        catch (Exception error)
        {
            call?.End(error);
            throw;
        }
        finally
        {
            injection.Restore();
        }
    }

    private ConnectionName NameOf(HttpRequestMessage request)
    {
        var name = RequestConnection.Of(request);
        _source.Profile.Definition.RequireServed(name);
        return name;
    }

    private void Harden()
    {
        if (!_isHardened)
        {
            PrimaryHardening.Apply(InnerHandler, _source.Profile.Definition);
            _isHardened = true;
        }
    }
}
