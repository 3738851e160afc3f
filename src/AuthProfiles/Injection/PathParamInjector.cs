namespace AuthProfiles.Injection;

/// <summary>Fills <c>{key}</c> in the path, which must be there exactly once, with one encoded segment's text.</summary>
/// <remarks>A caller's value can't be in a placeholder's place, so the conflict rule has nothing to decide here: a placeholder that is not there is an error.</remarks>
internal sealed class PathParamInjector : IInjector
{
    public IUndo? Inject(HttpRequestMessage request, CredentialField field, InjectionRules rules)
    {
        var address = RequestAddress.Of(request, field, rules);
        if (!TryFind(address, field.Key, address.PathStart, out var start, out var end))
        {
            return address.Fills?.Has(field.Key, field.Value) == true
                ? null
                : throw Refusal.Because(rules, field, "the path has no such placeholder", $"Write {{{field.Key}}} into the path where the value belongs.");
        }

        if (TryFind(address, field.Key, end, out _, out _))
        {
            throw Refusal.Because(rules, field, "the path has that placeholder more than once", "Write it once.");
        }

        var value = Uri.EscapeDataString(field.Value.Reveal());
        return address.Replace(
            request,
            string.Concat(address.Text.AsSpan(0, start), value, address.Text.AsSpan(end)),
            new(field.Key, field.Value, start, value.Length, address.Fills?.Moved(start, value.Length - (end - start))));
    }

    // Uri writes braces as %7B and %7D; either brace may have been encoded by the caller too, in either case of the digits.
    private static bool TryFind(RequestAddress address, string key, int from, out int start, out int end)
    {
        var text = address.Text.AsSpan(0, address.PathEnd);
        while (text[from..].IndexOf(key, StringComparison.Ordinal) is >= 0 and var distance)
        {
            var name = from + distance;
            var before = text[..name];
            var behind = text[(name + key.Length)..];
            var opening = before.EndsWith("{", StringComparison.Ordinal) ? 1 : before.EndsWith("%7B", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
            var closing = behind.StartsWith("}", StringComparison.Ordinal) ? 1 : behind.StartsWith("%7D", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
            (start, end) = (name - opening, name + key.Length + closing);
            if (opening > 0 && closing > 0 && address.Fills?.Overlaps(start, end) != true)
            {
                return true;
            }

            from = name + 1;
        }

        (start, end) = (0, 0);
        return false;
    }
}
