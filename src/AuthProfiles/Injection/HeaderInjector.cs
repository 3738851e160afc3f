namespace AuthProfiles.Injection;

/// <summary>Puts a value into a request header. Names are the same in any case (RFC 9110, section 5.1).</summary>
internal sealed class HeaderInjector : IInjector
{
    /// <summary>Writes the header if the request has none of that name, without an object for the way back.</summary>
    public static bool TryInjectFirst(HttpRequestMessage request, CredentialField field, InjectionRules rules)
    {
        if (HeaderLine.Has(request.Headers, field.Key))
        {
            return false;
        }

        Write(request, field, rules);
        return true;
    }

    public IUndo? Inject(HttpRequestMessage request, CredentialField field, InjectionRules rules)
    {
        if (!request.Headers.NonValidated.TryGetValues(field.Key, out var present))
        {
            Write(request, field, rules);
            return new HeaderUndo(field.Key, field.Key, []);
        }

        if (field.OnlyIfAbsent || string.Equals(present.ToString(), field.Value.Reveal(), StringComparison.Ordinal) || !Refusal.Replaces(rules, field))
        {
            return null;
        }

        var callersName = request.Headers.NonValidated.First(header => header.Key.Equals(field.Key, StringComparison.OrdinalIgnoreCase)).Key;
        var undo = new HeaderUndo(field.Key, callersName, [.. present]);
        request.Headers.Remove(field.Key);
        Write(request, field, rules);
        return undo;
    }

    // Never silently: a line that is not taken would leave the request unauthenticated.
    private static void Write(HttpRequestMessage request, CredentialField field, InjectionRules rules)
    {
        if (!HeaderLine.TryWrite(request.Headers, field.Key, field.Value.Reveal()))
        {
            throw Refusal.Because(rules, field, "no request can carry a header of that name", "Choose another header.");
        }
    }
}
