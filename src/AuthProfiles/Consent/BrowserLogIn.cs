using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.OAuth;

namespace AuthProfiles.Consent;

/// <summary>Asks for a consent in a browser on this machine, and waits for it on a loopback address (RFC 8252, section 7.3).</summary>
internal sealed class BrowserLogIn(CredentialSource source, ConsentStarter starter, CallbackDesk desk, ConsentCompleter completer)
{
    private readonly ProfileDefinition _definition = source.Profile.Definition;

    /// <exception cref="AuthorizationException">There is no consent, or what it brought can't be used.</exception>
    public async Task<CompletedAuthorization> RunAsync(CodeFlow flow, ConnectionName name, LogInOptions options, CancellationToken cancellationToken)
    {
        using var listener = Listen(flow, name);
        using var limit = new CancellationTokenSource(options.Timeout, source.Clock);
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
            throw _definition.AuthorizationRequired(name, $"nobody has come back from the provider within {options.Timeout:c}");
        }
        finally
        {
            // Whatever is still listened to.
            await both.CancelAsync().ConfigureAwait(false);
        }
    }

    private LoopbackListener Listen(CodeFlow flow, ConnectionName name) => LoopbackAddress.Of(flow.CallbackLink) is { } address
        ? new(address, source.Clock)
        : throw _definition.Failure(
            name,
            AuthorizationErrorKind.Configuration,
            $"it comes back to a web page, and this program has none. Leave {_definition.Section.Key(nameof(AuthorizationCodeOptions.RedirectUri))} out, set it to http://127.0.0.1/callback, or use StartAsync and CompleteAsync");

    private async Task OpenAsync(Uri address, ConnectionName name, LogInOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await (options.OpenBrowser?.Invoke(address, cancellationToken) ?? SystemBrowser.OpenAsync(address)).ConfigureAwait(false);
        }
        catch (InvalidOperationException) when (options.OpenBrowser is null)
        {
            throw _definition.Failure(name, AuthorizationErrorKind.Configuration, "no browser could be opened on this machine. Set LogInOptions.OpenBrowser, which may show the address to its owner");
        }
    }
}
