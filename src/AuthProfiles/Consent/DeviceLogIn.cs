using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles.Consent;

/// <summary>Asks for a consent on another device, and waits for it (RFC 8628).</summary>
internal sealed class DeviceLogIn(CredentialSource source, ConsentCompleter completer)
{
    private readonly ProfileDefinition _definition = source.Profile.Definition;

    /// <exception cref="AuthorizationException">There is no consent, or what it brought can't be used.</exception>
    public async Task<CompletedAuthorization> RunAsync(DeviceFlow flow, ConnectionName name, LogInOptions options, CancellationToken cancellationToken)
    {
        var show = options.ShowDeviceCode
            ?? throw _definition.Failure(name, AuthorizationErrorKind.Configuration, "its owner has to be told a code. Set LogInOptions.ShowDeviceCode, for example to write it to the console");
        using var limit = new CancellationTokenSource(options.TimeLimit, source.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var draft = await ConnectionDraft.CreateAsync(source, name, options.Inputs, both.Token).ConfigureAwait(false);
            var device = await flow.StartAsync(draft.Request, both.Token).ConfigureAwait(false);
            await show(device, both.Token).ConfigureAwait(false);
            var consented = await flow.CompleteAsync(draft.Request, device, both.Token).ConfigureAwait(false);
            return await completer.CompleteAsync(draft, consented).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw _definition.AuthorizationRequired(name, $"nobody has authorized it within {options.TimeLimit:c}");
        }
    }
}
