using System.Net.Sockets;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles.Consent;

/// <summary>Asks for a consent in a browser on this machine, and waits for it on a loopback address (RFC 8252, section 7.3).</summary>
internal sealed class BrowserLogIn(CredentialSource source, ConsentStarter starter, CallbackDesk desk, ConsentCompleter completer)
{
    private readonly ProfileDefinition _definition = source.Profile.Definition;

    private string RedirectSetting => _definition.Section.ShownKey(nameof(AuthorizationCodeOptions.RedirectUri));

    /// <exception cref="AuthorizationException">There is no consent, or what it brought can't be used.</exception>
    public async Task<CompletedAuthorization> RunAsync(CodeFlow flow, ConnectionName name, LogInOptions options, CancellationToken cancellationToken)
    {
        using var listener = Listen(flow, name);
        using var limit = new CancellationTokenSource(options.TimeLimit, source.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var begun = await starter.StartAsync(flow, name, listener.RedirectUri, options.Inputs, context: null, both.Token).ConfigureAwait(false);
            var coming = listener.WaitAsync(parameters => ConstantTime.AreEqual(parameters["state"] ?? string.Empty, begun.Pending.State.Reveal()), both.Token);
            await OpenAsync(begun.Address, name, options, both.Token).ConfigureAwait(false);
            var taken = await desk.TakeAsync(await coming.ConfigureAwait(false), name.Tenant, name.User, both.Token).ConfigureAwait(false);
            return await completer.CompleteAsync(taken).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw _definition.AuthorizationRequired(name, $"nobody has come back from the provider within {options.TimeLimit:c}");
        }
        finally
        {
            // Whatever is still listened to.
            await both.CancelAsync().ConfigureAwait(false);
        }
    }

    private LoopbackListener Listen(CodeFlow flow, ConnectionName name)
    {
        var address = LoopbackAddress.Of(flow.CallbackLink) ?? throw _definition.Failure(
            name,
            AuthorizationErrorKind.Configuration,
            $"it comes back to a web page, and this program has none. Leave {RedirectSetting} out, set it to http://127.0.0.1/callback, or use StartAsync and CompleteAsync");
        try
        {
            return new(address, source.Clock);
        }
        catch (SocketException error)
        {
            throw _definition.Failure(name, AuthorizationErrorKind.Configuration, $"nobody can listen at {address.Host}:{address.Port} ({error.SocketErrorCode}). Set {RedirectSetting} to an address without a port, or with another one");
        }
    }

    private async Task OpenAsync(Uri address, ConnectionName name, LogInOptions options, CancellationToken cancellationToken)
    {
        if (options.OpenBrowser is { } open)
        {
            await open(address, cancellationToken).ConfigureAwait(false);
        }
        else if (!SystemBrowser.TryOpen(address))
        {
            throw _definition.Failure(name, AuthorizationErrorKind.Configuration, "no browser could be opened on this machine. Set LogInOptions.OpenBrowser, which may show the address to its owner");
        }
    }
}
