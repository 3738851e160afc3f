using AuthProfiles.Diagnostics;

namespace AuthProfiles.Profiles;

/// <summary>What a profile tells beside its answer, be that a credential or a failure.</summary>
internal sealed class AcquisitionNotes
{
    private readonly object _gate = new();
    private readonly SortedSet<AcquisitionWarning> _warnings = [];
    private volatile SecretValue? _refreshToken;

    /// <summary>Gets or sets the refresh token of an answer that was refused otherwise, or null.</summary>
    public SecretValue? RefreshToken
    {
        get => _refreshToken;
        set => _refreshToken = value;
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
