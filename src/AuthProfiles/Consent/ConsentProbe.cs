using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Profiles;
using AuthProfiles.Verification;

namespace AuthProfiles.Consent;

/// <summary>Tries out what an owner has authorized, before anybody relies on it: sends the profile's probe, if it has one.</summary>
internal sealed class ConsentProbe(CredentialSource source, Func<ProbeRoute> route)
{
    private readonly ProfileDefinition _definition = source.Profile.Definition;

    /// <summary>Sends the probe with the credential of a connection that is not stored yet.</summary>
    /// <returns>What the service calls the account, or null where there is no probe or it does not say.</returns>
    /// <exception cref="AuthorizationException">The service does not accept the credential, or can't be asked.</exception>
    public async Task<string?> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (_definition.Probe is not { } text || !Probe.TryParse(text, out var probe))
        {
            return null;
        }

        // A source and a store of its own: what is in use stays as it is.
        var store = new InMemoryConnectionStore();
        await store.TryWriteAsync(connection, expectedVersion: 0, cancellationToken).ConfigureAwait(false);
        if (connection.OfTenant is { } tenant)
        {
            await store.TryWriteAsync(tenant.Connection, expectedVersion: 0, cancellationToken).ConfigureAwait(false);
        }

        using var fresh = new CredentialSource(new UnrenewedProfile(source.Profile), source.Environment with { Store = store });
        var name = connection.Key.Name;
        var held = await fresh.AcquireAsync(name, cancellationToken).ConfigureAwait(false);
        var log = new ExchangeLog();
        await SendAsync(new ProbeCall(probe, route(), held.Target, _definition.Name), fresh, log, name, cancellationToken).ConfigureAwait(false);
        var status = log.Last?.StatusCode ?? 0;
        if (status is >= 200 and <= 299)
        {
            return source.Profile.Consent?.AccountLabel is { } pointer && log.Last!.Body is { } body ? AccountLabel.Find(body.Kept, pointer) : null;
        }

        var isTransient = status is 429 or >= 500;
        var refusal = connection.Grant is null && status is 401 or 403
            ? "The service does not accept what was given: check the inputs"
            : TestSentences.Refusal(status, _definition, held.Target, wasGranted: true).TrimEnd('.');
        throw _definition.Failure(
            name,
            isTransient ? AuthorizationErrorKind.Transient : AuthorizationErrorKind.InvalidToken,
            $"the connection was tried out and is not authorized. {text} answered {status}. {refusal}",
            isTransient: isTransient);
    }

    private async Task SendAsync(ProbeCall call, CredentialSource fresh, ExchangeLog log, ConnectionName name, CancellationToken cancellationToken)
    {
        try
        {
            await call.SendAsync(fresh, log, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw _definition.Failure(name, AuthorizationErrorKind.Transient, "the connection was tried out, and the service gave no whole answer. Begin again", isTransient: true);
        }
    }
}
