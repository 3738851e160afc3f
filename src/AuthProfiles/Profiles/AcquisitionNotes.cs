using AuthProfiles.Diagnostics;

namespace AuthProfiles.Profiles;

/// <summary>What a profile tells beside its answer, be that a credential or a failure.</summary>
internal sealed class AcquisitionNotes
{
    private readonly object _gate = new();
    private readonly SortedSet<AcquisitionWarning> _warnings = [];
    private volatile SecretValue? _refreshToken;
    private volatile string? _issuer;
    private volatile string? _clientId;
    private volatile bool _grantEnded;
    private volatile bool _inputsRefused;

    /// <summary>Gets or sets the refresh token of an answer that was refused otherwise, or null.</summary>
    public SecretValue? RefreshToken
    {
        get => _refreshToken;
        set => _refreshToken = value;
    }

    /// <summary>Gets or sets who gave <see cref="RefreshToken"/>: it goes to nobody else.</summary>
    public string? Issuer
    {
        get => _issuer;
        set => _issuer = value;
    }

    /// <summary>Gets or sets the client that <see cref="RefreshToken"/> was given to: no other redeems it.</summary>
    public string? ClientId
    {
        get => _clientId;
        set => _clientId = value;
    }

    /// <summary>Gets or sets a value indicating whether the connection's grant is of no more use: the provider has refused it, or its token has ended and nothing renews it.</summary>
    public bool GrantEnded
    {
        get => _grantEnded;
        set => _grantEnded = value;
    }

    /// <summary>Gets or sets a value indicating whether the provider has refused for good what the connection's values offer, such as a password.</summary>
    public bool InputsRefused
    {
        get => _inputsRefused;
        set => _inputsRefused = value;
    }

    /// <summary>Gets the warnings, each once.</summary>
    public IReadOnlyList<AcquisitionWarning> Warnings
    {
        get
        {
            lock (_gate)
            {
                return [.. _warnings];
            }
        }
    }

    public void Add(AcquisitionWarning warning)
    {
        lock (_gate)
        {
            _warnings.Add(warning);
        }
    }
}
