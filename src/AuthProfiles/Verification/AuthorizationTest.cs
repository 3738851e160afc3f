using System.Collections.Concurrent;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles.Verification;

/// <summary>One test of one connection. It works with a source of its own, so nothing that is in use changes.</summary>
internal sealed class AuthorizationTest(string profile, string? tenant, string? user, Func<CredentialSource> source, Func<ProbeRoute> route, TimeProvider clock)
{
    private readonly List<string> _secrets = [];
    private readonly ExchangeLog _tokens = new();
    private readonly ExchangeLog _probes = new();
    private readonly ConcurrentQueue<string> _warnings = [];
    private readonly long _started = clock.GetTimestamp();
    private AuthorizationTestStage _stage = AuthorizationTestStage.Configuration;
    private ConnectionName _name = ConnectionName.Own;
    private bool _lacksValues;
    private string[] _age = [];

    public async Task<AuthorizationTestResult> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await PassAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AuthorizationException error)
        {
            return Failed(error);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // A profile's own exception may quote what it was working with: its type is all that is told.
            return Failed(new(AuthorizationErrorKind.Configuration, profile, $"The profile failed with {error.GetType().Name}.") { Tenant = tenant, User = user });
        }
    }

    private async Task<AuthorizationTestResult> PassAsync(CancellationToken cancellationToken)
    {
        var live = source();
        var definition = live.Profile.Definition;
        _age = SecretAge.FindWarning(definition, clock.GetUtcNow()) is { } age ? [age] : [];
        Profiles.Probe? probe = null;
        var way = definition.Probe is { } text && Profiles.Probe.TryParse(text, out probe) ? route() : null;

        _stage = AuthorizationTestStage.Connection;
        _name = ConnectionName.Create(profile, tenant, user);
        definition.RequireServed(_name);
        var tested = way is null && definition.Traits.KeepsGrant ? new RenewingProfile(live.Profile) : live.Profile;
        var environment = live.Environment with
        {
            TokenClient = Recorded(live.Environment.TokenClient),

            // The application's cache would keep an entry for this test's own client, and with it all that the client has seen.
            Metadata = new MetadataCache(clock),
            Warned = warning => _warnings.Enqueue(warning.Describe()),
        };
        using var fresh = new CredentialSource(new UnrenewedProfile(tested), environment);
        var consent = live.Profile.Consent;
        var isGranted = consent is not null && await new ConnectionEditor(live).ReadAsync(_name, cancellationToken).ConfigureAwait(false) is { Grant: not null };
        try
        {
            return await UseAsync(fresh, definition, probe, way, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthorizationRequiredException) when (consent is not null && !isGranted)
        {
            return await CheckAsync(consent, fresh, definition, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<AuthorizationTestResult> UseAsync(CredentialSource fresh, ProfileDefinition definition, Profiles.Probe? probe, ProbeRoute? way, CancellationToken cancellationToken)
    {
        var target = await fresh.GetTargetAsync(_name, cancellationToken).ConfigureAwait(false);
        Read(definition, target.Values);

        // That the profile has no address for its probe is not the connection's fault.
        _stage = AuthorizationTestStage.Configuration;
        var call = way is null || target.AwaitsGrant ? null : new ProbeCall(probe!, way, target, profile);

        _stage = AuthorizationTestStage.Authorization;
        var held = await fresh.AcquireAsync(_name, cancellationToken).ConfigureAwait(false);
        NoteTokens(held.Target.Values);
        _secrets.AddRange(held.Credential.Fields.SelectMany(static field => Redactor.SecretsIn(field.Value.Reveal())));
        if (way is null)
        {
            var granted = Shown(_tokens);
            return Result(succeeded: true, granted is null ? TestSentences.NothingSent(definition) : TestSentences.Exchange(granted), granted);
        }

        // An address that the token answer gives a part of is known only now.
        call ??= new ProbeCall(probe!, way, held.Target, profile);
        _stage = AuthorizationTestStage.Probe;
        return await ProbeAsync(call, fresh, definition, target, cancellationToken).ConfigureAwait(false);
    }

    // Nobody has consented: what can be checked is the addresses and the client.
    private async Task<AuthorizationTestResult> CheckAsync(ConsentFlow consent, CredentialSource fresh, ProfileDefinition definition, CancellationToken cancellationToken)
    {
        _stage = AuthorizationTestStage.Connection;
        var editor = new ConnectionEditor(fresh);
        var begun = await editor.ReadAsync(_name, cancellationToken).ConfigureAwait(false);
        var values = await editor.ValuesOfAsync(begun ?? new() { Key = new(profile, _name) }, cancellationToken).ConfigureAwait(false);
        Read(definition, values);
        _stage = AuthorizationTestStage.Authorization;
        using var limit = new CancellationTokenSource(ProbeCall.Limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await consent.CheckAsync(editor.RequestFor(values), both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw definition.Failure(_name, AuthorizationErrorKind.Transient, $"no answer came within {ProbeCall.Limit.TotalSeconds:0} seconds", isTransient: true);
        }

        var exchange = Shown(_tokens);
        var untested = TestSentences.ConsentUntested(definition);
        return Result(succeeded: true, exchange is null ? untested : TestSentences.Lines(TestSentences.Exchange(exchange), untested), exchange);
    }

    private async Task<AuthorizationTestResult> ProbeAsync(ProbeCall call, CredentialSource fresh, ProfileDefinition definition, ConnectionTarget target, CancellationToken cancellationToken)
    {
        string? fault = null;
        try
        {
            await call.SendAsync(fresh, _probes, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            fault = $"No answer came ({error.HttpRequestError}): check the address and the network.";
        }
        catch (IOException)
        {
            fault = "The answer broke off.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            fault = $"No whole answer came within {ProbeCall.Limit.TotalSeconds:0} seconds.";
        }

        var exchange = Shown(_probes)!;
        var status = exchange.Response?.StatusCode ?? 0;
        return fault is null && status is >= 200 and <= 299
            ? Result(succeeded: true, TestSentences.Exchange(exchange), exchange)
            : Result(succeeded: false, TestSentences.Lines(TestSentences.Exchange(exchange), fault ?? TestSentences.Refusal(status, definition, target, wasGranted: _tokens.Last is not null)), exchange);
    }

    private Func<HttpMessageInvoker> Recorded(Func<HttpMessageInvoker> tokenClient)
    {
#pragma warning disable CA2000 // None of them owns anything: what is below stays the live source's.
        var client = new Lazy<HttpMessageInvoker>(() => new(new RecordingHandler(_tokens) { InnerHandler = new InvokerHandler(tokenClient()) }, disposeHandler: false));
#pragma warning restore CA2000
        return () => client.Value;
    }

    // Notes what is secret, and refuses a value that is none of its field's.
    private void Read(ProfileDefinition definition, ConnectionValues values)
    {
        var open = definition.AdditionalFields.Where(static field => !field.Secret).Select(static field => field.Key).ToHashSet(StringComparer.Ordinal);
        _secrets.AddRange(values.Connection.Inputs.Concat(definition.SharedInputs).Where(input => !open.Contains(input.Key)).Select(static input => input.Value.Reveal()));
        NoteTokens(values);
        foreach (var field in definition.AdditionalFields)
        {
            var value = values.Read(field.Key);
            _lacksValues |= value is null;
            if (value is not null && field.Secret)
            {
                _secrets.Add(value.Reveal());
            }
        }
    }

    private void NoteTokens(ConnectionValues values) =>
        _secrets.AddRange(new[] { values.Connection.Grant?.AccessToken, values.Connection.Grant?.RefreshToken }.OfType<SecretValue>().Select(static token => token.Reveal()));

    private Redactor? Shown(ExchangeLog log) => log.Last is { } exchange ? new(exchange, _secrets) : null;

    private AuthorizationTestResult Failed(AuthorizationException error)
    {
        // What the profile finds wrong with the connection before it sends anything is the connection's fault.
        var isOfConnection = error.Kind is AuthorizationErrorKind.InvalidValue or AuthorizationErrorKind.UnknownConnection or AuthorizationErrorKind.AuthorizationRequired
            || (error.Kind == AuthorizationErrorKind.Configuration && _lacksValues);
        if (_stage == AuthorizationTestStage.Authorization && _tokens.Last is null && isOfConnection)
        {
            _stage = AuthorizationTestStage.Connection;
        }

        var isOfProbe = _stage == AuthorizationTestStage.Probe;
        var exchange = Shown(isOfProbe ? _probes : _tokens);
        return Result(succeeded: false, TestSentences.Failure(error, _name, isOfProbe ? null : exchange), exchange, error);
    }

    private AuthorizationTestResult Result(bool succeeded, string message, Redactor? exchange, AuthorizationException? error = null) => new()
    {
        Profile = profile,
        Tenant = tenant,
        User = user,
        Succeeded = succeeded,
        Stage = _stage,
        Message = message,
        Request = exchange?.Request,
        Response = exchange?.Response,
        Error = error,
        Warnings = [.. _warnings.Distinct(StringComparer.Ordinal).Concat(_age)],
        Duration = clock.GetElapsedTime(_started),
    };
}
