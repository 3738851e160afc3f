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

    /// <summary>Injects every field; the body is read if a field goes there.</summary>
    public static async ValueTask<Injection> InjectAsync(Credential credential, HttpRequestMessage request, InjectionRules rules, CancellationToken cancellationToken)
    {
        if (!NeedsBody(credential))
        {
            return Inject(credential, request, rules);
        }

        // The body comes last: reading it may use up a stream, so whatever else can be refused is refused before.
        var log = credential.Fields.Length == 1 ? null : InjectOutsideBody(credential, request, rules);
        try
        {
            return Joined(request, log, await PayloadInjector.InjectAsync(credential, request, rules, cancellationToken).ConfigureAwait(false));
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

        var log = credential.Fields.Length == 1 ? null : InjectOutsideBody(credential, request, rules);
        try
        {
            return Joined(request, log, PayloadInjector.InjectSynchronously(credential, request, rules, cancellationToken));
        }
        catch
        {
            log?.Undo(request);
            throw;
        }
    }

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
