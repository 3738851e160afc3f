namespace AuthProfiles.Injection;

/// <summary>Puts credentials on requests.</summary>
internal static class Injector
{
    private static readonly QueryStringInjector Query = new();
    private static readonly PathParamInjector Path = new();
    private static readonly HeaderInjector Header = new();

    /// <summary>Says whether the credential has a field that goes into the body, so that the body must be read first.</summary>
    public static bool NeedsBody(Credential credential)
    {
        foreach (var field in credential.Fields)
        {
            if (field.Type == AuthorizationFieldType.Payload)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Injects a credential that has no body field. A single header costs no more than the header store's own entry.</summary>
    public static Injection Inject(Credential credential, HttpRequestMessage request, InjectionRules rules)
    {
        var fields = credential.Fields;
        if (fields.Length == 1)
        {
            var field = fields[0];
            return field.Type == AuthorizationFieldType.Header && HeaderInjector.TryInjectFirst(request, field, rules)
                ? new(request, field.Key, undo: null)
                : new(request, header: null, For(field).Inject(request, field, rules));
        }

        return new(request, header: null, InjectOutsideBody(credential, request, rules));
    }

    /// <summary>Injects every field; the body is read if a field goes there. It completes at once if the body is in memory.</summary>
    public static ValueTask<Injection> InjectAsync(Credential credential, HttpRequestMessage request, InjectionRules rules, CancellationToken cancellationToken)
    {
        if (!NeedsBody(credential))
        {
            return new(Inject(credential, request, rules));
        }

        var log = InjectBeforeBody(credential, request, rules);
        try
        {
            var target = PayloadTarget.Of(credential, request, rules);
            return PayloadInjector.TryInject(target, out var payload)
                ? new(Joined(request, log, payload))
                : ReadThenInjectAsync(target, log, cancellationToken);
        }
        catch
        {
            log?.Undo(request);
            throw;
        }
    }

    /// <summary>Injects every field without giving up the thread, for synchronous sends.</summary>
    public static Injection InjectSynchronously(Credential credential, HttpRequestMessage request, InjectionRules rules, CancellationToken cancellationToken)
    {
        if (!NeedsBody(credential))
        {
            return Inject(credential, request, rules);
        }

        var log = InjectBeforeBody(credential, request, rules);
        try
        {
            var target = PayloadTarget.Of(credential, request, rules);
            return Joined(request, log, PayloadInjector.TryInject(target, out var payload) ? payload : PayloadInjector.ReadThenInject(target, cancellationToken));
        }
        catch
        {
            log?.Undo(request);
            throw;
        }
    }

    private static async ValueTask<Injection> ReadThenInjectAsync(PayloadTarget target, UndoLog? log, CancellationToken cancellationToken)
    {
        try
        {
            return Joined(target.Request, log, await PayloadInjector.ReadThenInjectAsync(target, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            log?.Undo(target.Request);
            throw;
        }
    }

    // The body comes last: reading it may use up a stream, so whatever else can be refused is refused before.
    private static UndoLog? InjectBeforeBody(Credential credential, HttpRequestMessage request, InjectionRules rules) =>
        credential.Fields.Length == 1 ? null : InjectOutsideBody(credential, request, rules);

    private static Injection Joined(HttpRequestMessage request, UndoLog? log, PayloadContent? payload)
    {
        log?.Add(payload);
        return new(request, header: null, (IUndo?)log ?? payload);
    }

    private static UndoLog InjectOutsideBody(Credential credential, HttpRequestMessage request, InjectionRules rules)
    {
        var log = new UndoLog();
        try
        {
            foreach (var field in credential.Fields)
            {
                if (field.Type != AuthorizationFieldType.Payload)
                {
                    log.Add(For(field).Inject(request, field, rules));
                }
            }
        }
        catch
        {
            log.Undo(request);
            throw;
        }

        return log;
    }

    private static IInjector For(CredentialField field) => field.Type switch
    {
        AuthorizationFieldType.Header => Header,
        AuthorizationFieldType.QueryString => Query,
        AuthorizationFieldType.PathParam => Path,
        _ => throw new InvalidOperationException("A body field needs InjectAsync or InjectSynchronously."),
    };
}
