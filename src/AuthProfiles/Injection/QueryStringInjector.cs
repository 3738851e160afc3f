using System.Text;

namespace AuthProfiles.Injection;

/// <summary>Puts a parameter into the query; everything else of the address stays as it is, byte for byte.</summary>
internal sealed class QueryStringInjector : IInjector
{
    public IUndo? Inject(HttpRequestMessage request, CredentialField field, InjectionRules rules)
    {
        var address = RequestAddress.Of(request, field, rules);
        var pairs = EncodedPairs.Find(address.Query, field.Key, field.Value.Reveal());
        if (pairs.Found is null)
        {
            return address.Replace(request, Append(address, field), address.Fills);
        }

        return pairs.IsEqual || !Refusal.Replaces(rules, field)
            ? null
            : address.Replace(request, Exchange(address, pairs.Found, field.QueryPair!.Reveal()), address.Fills);
    }

    private static string Append(RequestAddress address, CredentialField field)
    {
        var query = address.Query;
        var separator = !address.HasQuery ? "?" : query.IsEmpty || query[^1] == '&' ? string.Empty : "&";
        return string.Concat(address.Text.AsSpan(0, address.QueryEnd), separator, field.QueryPair!.Reveal(), address.Text.AsSpan(address.QueryEnd));
    }

    // The first pair of the name becomes ours, the others go, each with the separator before it.
    private static string Exchange(RequestAddress address, IReadOnlyList<Range> found, string pair)
    {
        var text = new StringBuilder(address.Text, address.Text.Length + pair.Length);
        var origin = address.PathEnd + 1;
        for (var i = found.Count - 1; i > 0; i--)
        {
            text.Remove(origin + found[i].Start.Value - 1, found[i].End.Value - found[i].Start.Value + 1);
        }

        var first = origin + found[0].Start.Value;
        return text.Remove(first, found[0].End.Value - found[0].Start.Value).Insert(first, pair).ToString();
    }
}
