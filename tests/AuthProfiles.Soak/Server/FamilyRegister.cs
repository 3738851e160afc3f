namespace AuthProfiles.Soak.Server;

/// <summary>The families of a strictly rotating authorization server, and all that happened to them. Thread-safe.</summary>
/// <param name="lifetime">How long access tokens live.</param>
internal sealed class FamilyRegister(TimeSpan lifetime)
{
    /// <summary>How long after its end an access token is still taken, as services do whose clocks differ: a call may be on its way.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<Family> _families = [];
    private readonly HashSet<string> _refreshTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string User, long Until)> _accessTokens = new(StringComparer.Ordinal);
    private readonly List<Reuse> _reuses = [];
    private readonly long[] _calls = new long[Enum.GetValues<CallVerdict>().Length];
    private int _renewals;
    private int _refusals;

    public int Renewals => Volatile.Read(ref _renewals);

    /// <summary>Gets how many renewals were refused: with a token that came twice, of a lost family, or never issued.</summary>
    public int Refusals => Volatile.Read(ref _refusals);

    public IReadOnlyList<Reuse> Reuses
    {
        get
        {
            lock (_gate)
            {
                return [.. _reuses];
            }
        }
    }

    public long Calls(CallVerdict verdict) => Volatile.Read(ref _calls[(int)verdict]);

    /// <summary>Begins a family: its user has consented.</summary>
    public IssuedTokens Begin(string user)
    {
        lock (_gate)
        {
            var family = new Family(_families.Count, user);
            _families.Add(family);
            return Issue(family);
        }
    }

    /// <summary>Renews. A token that was redeemed before ends its family.</summary>
    /// <returns>The new tokens with what was noted, or null where it is refused.</returns>
    public (IssuedTokens Tokens, Redemption Redemption)? Redeem(string? refreshToken, string worker)
    {
        lock (_gate)
        {
            if (refreshToken is null || !_refreshTokens.Contains(refreshToken) || RefreshTokenText.Parse(refreshToken) is not var (id, generation) || _families[id].IsLost)
            {
                _refusals++;
                return null;
            }

            var family = _families[id];
            if (generation != family.Generation)
            {
                _refusals++;
                family.IsLost = true;
                _reuses.Add(new(family.Redemptions[generation], family.User, worker));
                return null;
            }

            var redemption = new Redemption(id, generation, worker);
            family.Redemptions.Add(redemption);
            family.Generation++;
            _renewals++;
            return (Issue(family), redemption);
        }
    }

    /// <summary>Judges a call.</summary>
    /// <param name="accessToken">What it carried.</param>
    /// <param name="user">Whose it is.</param>
    /// <param name="begun">When it began, by the machine's clock.</param>
    public CallVerdict Check(string? accessToken, string user, long begun)
    {
        var verdict = Judge(accessToken, user, begun);
        Interlocked.Increment(ref _calls[(int)verdict]);
        return verdict;
    }

    public bool IsLost(int family)
    {
        lock (_gate)
        {
            return _families[family].IsLost;
        }
    }

    /// <summary>Says whether a refresh token is the newest of a family that lives.</summary>
    public bool IsCurrent(string? refreshToken)
    {
        lock (_gate)
        {
            return RefreshTokenText.Parse(refreshToken) is var (id, generation) && _families[id] is { IsLost: false } family && family.Generation == generation;
        }
    }

    /// <summary>Returns the number of renewals of each user's last family, or null for one whose last family is lost.</summary>
    public Dictionary<string, int?> Progress()
    {
        lock (_gate)
        {
            return _families.GroupBy(static family => family.User, StringComparer.Ordinal)
                .ToDictionary(static group => group.Key, static group => group.Last() is { IsLost: false } last ? last.Id * 1_000_000 + last.Generation : (int?)null, StringComparer.Ordinal);
        }
    }

    private CallVerdict Judge(string? accessToken, string user, long begun)
    {
        lock (_gate)
        {
            return accessToken is null || !_accessTokens.TryGetValue(accessToken, out var known) ? CallVerdict.Unknown
                : known.User != user ? CallVerdict.Foreign
                : begun > known.Until ? CallVerdict.Expired
                : TimeProvider.System.GetTimestamp() > known.Until ? CallVerdict.Late
                : CallVerdict.Good;
        }
    }

    private IssuedTokens Issue(Family family)
    {
        var tokens = new IssuedTokens(AccessTokenText.Make(), RefreshTokenText.Make(family.Id, family.Generation), lifetime);
        var until = TimeProvider.System.GetTimestamp() + (long)((lifetime + Leeway).TotalSeconds * TimeProvider.System.TimestampFrequency);
        _accessTokens.Add(tokens.AccessToken, (family.User, until));
        _refreshTokens.Add(tokens.RefreshToken);
        return tokens;
    }
}
