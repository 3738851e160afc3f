using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace AuthProfiles.Testing.Authorization;

/// <summary>The tokens that were issued, those that have ended included: they are known, and dead.</summary>
internal sealed class TokenRegister
{
    private readonly Dictionary<string, IssuedToken> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IssuedRefreshToken> _refresh = new(StringComparer.Ordinal);

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan RefreshLifetime { get; set; } = TimeSpan.FromDays(30);

    public int Issued { get; private set; }

    /// <summary>Whether refresh tokens of elsewhere are known; until then any is taken.</summary>
    public bool KnowsForeign { get; private set; }

    /// <summary>Makes a text that says nothing and can't be guessed.</summary>
    public static string NewText() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    public string Issue(GrantedAccess access, TokenFamily family, Uri endpoint, DateTimeOffset now, TimeSpan lifetime, out IssuedToken token)
    {
        var text = NewText();
        token = new IssuedToken(new LocalToken(++Issued, access, endpoint, now, now + lifetime), family);
        _access[text] = token;
        return text;
    }

    public string Issue(IssuedRefreshToken token)
    {
        var text = NewText();
        _refresh[text] = token;
        return text;
    }

    public void AddForeign(string text, GrantedAccess access)
    {
        KnowsForeign = true;
        _refresh[text] = new IssuedRefreshToken(access, new TokenFamily(), server: null, expiresAt: null);
    }

    public bool TryFind(string text, [NotNullWhen(true)] out IssuedToken? token) => _access.TryGetValue(text, out token);

    public bool TryFind(string text, [NotNullWhen(true)] out IssuedRefreshToken? token) => _refresh.TryGetValue(text, out token);

    /// <summary>Ends an access token, or a refresh token with all of its family (RFC 7009, section 2.1).</summary>
    public void End(string text)
    {
        if (TryFind(text, out IssuedToken? access))
        {
            access.End();
        }
        else if (TryFind(text, out IssuedRefreshToken? refresh))
        {
            refresh.Family.End();
        }
    }

    public void EndAccess()
    {
        foreach (var token in _access.Values)
        {
            token.End();
        }
    }

    public void EndAll()
    {
        EndAccess();
        foreach (var token in _refresh.Values)
        {
            token.Family.End();
        }
    }
}
