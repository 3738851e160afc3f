namespace AuthProfiles.Tests.Infrastructure;

/// <summary>An authorization server that rotates refresh tokens: each is good once, and one that comes twice ends the authorization.</summary>
internal sealed class RotatingProvider(TimeProvider clock)
{
    private readonly object _gate = new();
    private readonly HashSet<string> _spent = new(StringComparer.Ordinal);
    private string? _good;
    private int _issued;

    /// <summary>Gets how often a refresh token was redeemed, in vain or not.</summary>
    public int Redemptions { get; private set; }

    /// <summary>Gets how often a token came that was redeemed before.</summary>
    public int Reuses { get; private set; }

    /// <summary>Gets or sets how long access tokens live.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets what happens while a token is redeemed, before the answer.</summary>
    public Func<Task> During { get; set; } = static () => Task.CompletedTask;

    /// <summary>Gives a first grant, as a consent would.</summary>
    public Grant Issue()
    {
        lock (_gate)
        {
            _issued++;
            _good = $"refresh-{_issued}";
            return new() { AccessToken = $"access-{_issued}", RefreshToken = _good, ObtainedAt = clock.GetUtcNow(), ExpiresAt = clock.GetUtcNow() + Lifetime };
        }
    }

    /// <summary>Ends the authorization.</summary>
    public void Revoke()
    {
        lock (_gate)
        {
            _good = null;
        }
    }

    /// <summary>Redeems a refresh token.</summary>
    /// <returns>The next grant, or null: invalid_grant.</returns>
    public async Task<Grant?> RedeemAsync(SecretValue refreshToken)
    {
        Grant? grant = null;
        lock (_gate)
        {
            Redemptions++;
            if (_spent.Contains(refreshToken.Reveal()))
            {
                Reuses++;
                _good = null;
            }
            else if (refreshToken.Reveal() == _good)
            {
                _spent.Add(_good);
                grant = Issue();
            }
        }

        await During();
        return grant;
    }
}
