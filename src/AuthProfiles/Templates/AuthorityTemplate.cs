using System.Text;

namespace AuthProfiles.Templates;

/// <summary>The part of an address template that decides where a request goes: only what can be proven to stay the template's own is taken.</summary>
internal sealed class AuthorityTemplate
{
    private readonly string _text;
    private readonly UrlLayout _layout;
    private readonly TemplateNames _names;
    private readonly TemplateToken[] _tokens;

    public AuthorityTemplate(string text, List<TemplateToken> tokens, UrlLayout layout, TemplateNames names)
    {
        _text = text;
        _layout = layout;
        _names = names;
        _tokens = [.. tokens.Where(token => token.Start < layout.PathStart)];
        if (layout.BeginsWithOrigin)
        {
            CheckOrigin();
        }
        else
        {
            CheckHost();
        }
    }

    public Place PlaceOf(TemplateToken token)
    {
        var shape = token.Declared.Shape!;
        if (_layout.BeginsWithOrigin)
        {
            return shape.WholeOrigin ?? throw _names.Wrong($"begins with {token.Declared.Name}, which is not declared as a whole origin. Write https:// and a host before it.");
        }

        if (IsWholeHost(token))
        {
            return shape.WholeHost ?? throw _names.Wrong($"has {token.Declared.Name} as its whole host, so a value could send credentials anywhere. Write the service's domain behind it.");
        }

        var (before, after) = Around(token);
        return shape switch
        {
            { IsHostLabel: false } => throw _names.Wrong($"has {token.Declared.Name} in its host, and its declared shape does not fit there. Use it where its shape fits."),
            _ when HostLabel.FaultOf($"{before}a{after}") is not null => throw _names.Wrong($"has {token.Declared.Name} in a host label with other characters than letters, digits and hyphen, or with another placeholder. Give each its own label."),
            _ => before.Length + after.Length == 0 ? HostLabelPlace.Whole : new HostLabelPlace(before, after),
        };
    }

    private void CheckOrigin()
    {
        if (_tokens[0].End != _layout.PathStart)
        {
            throw _names.Wrong($"goes on behind {_tokens[0].Declared.Name} with neither '/' nor '?'. The value holds scheme, host and port: write the path behind it.");
        }
    }

    private void CheckHost()
    {
        var authority = _text.AsSpan(_layout.AuthorityStart, _layout.PathStart - _layout.AuthorityStart);
        if (authority.Contains('@'))
        {
            throw _names.Wrong("has user info ('@') before its host. Give credentials as authorization fields.");
        }

        if (!Authority.TrySplit(authority, out var host, out _))
        {
            throw _names.Wrong("has a port that is no number from 1 to 65535. Write the port as digits.");
        }

        if (_layout.AuthorityStart == "http://".Length && !Loopback.Contains(host))
        {
            throw _names.Wrong("is http. Give an https address; http is for 127.0.0.1, [::1] and localhost only.");
        }

        var lastLabel = host[(host.LastIndexOf('.') + 1)..];
        var isWholeHost = _tokens.Length == 1 && IsWholeHost(_tokens[0]);
        if (_tokens.Length > 0 && !isWholeHost && (lastLabel.IsEmpty || !char.IsAsciiLetter(lastLabel[0]) || lastLabel.Contains('{')))
        {
            throw _names.Wrong("does not end its host in literal text. Write the service's domain behind the placeholder.");
        }

        var longest = host.Length + _tokens.Sum(static token => HostLabel.Longest - (token.End - token.Start));
        if (longest > TemplateLimits.Host && !isWholeHost)
        {
            throw _names.Wrong("has so many placeholders in its host that it could grow beyond 253 characters. Use fewer.");
        }

        CheckSample();
    }

    // What Uri makes of the literal text must be what is written: it folds, drops and decodes much of what it takes.
    private void CheckSample()
    {
        var sample = new StringBuilder();
        var start = 0;
        foreach (var token in _tokens)
        {
            sample.Append(_text, start, token.Start - start).Append('a');
            start = token.End;
        }

        var address = sample.Append(_text, start, _layout.PathStart - start).ToString();
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !UrlPromise.Holds(address, uri))
        {
            throw _names.Wrong("has a host that can't be read as it is written. Write a DNS name in lower case, international ones in their xn-- form.");
        }
    }

    private bool IsWholeHost(TemplateToken token) =>
        token.Start == _layout.AuthorityStart && (token.End == _layout.PathStart || _text[token.End] == ':');

    private (string Before, string After) Around(TemplateToken token)
    {
        var before = _text.AsSpan(_layout.AuthorityStart, token.Start - _layout.AuthorityStart);
        var after = _text.AsSpan(token.End, _layout.PathStart - token.End);
        var end = after.IndexOfAny('.', ':');
        return (before[(before.LastIndexOf('.') + 1)..].ToString(), (end < 0 ? after : after[..end]).ToString());
    }
}
