using AuthProfiles.Connections;

namespace AuthProfiles.Acquisition;

/// <summary>All that the source knows of one connection.</summary>
internal sealed class CredentialEntry(ConnectionName name)
{
    private volatile ConnectionTarget? _target;
    private volatile HeldCredential? _held;
    private volatile UnsavedGrant? _unsaved;
    private volatile bool _used;
    private int _warned;

    public ConnectionName Name => name;

    /// <summary>Gets or sets the connection, once it was found.</summary>
    public ConnectionTarget? Target
    {
        get => _target;
        set => _target = value;
    }

    /// <summary>Gets or sets the credential in use.</summary>
    public HeldCredential? Held
    {
        get => _held;
        set => _held = value;
    }

    /// <summary>Gets or sets the grant that the store has not taken yet.</summary>
    public UnsavedGrant? Unsaved
    {
        get => _unsaved;
        set => _unsaved = value;
    }

    /// <summary>Gets the lock for what follows. It is never taken on the warm path.</summary>
    public object Gate { get; } = new();

    /// <summary>Gets or sets the acquisition under way. Under <see cref="Gate"/>.</summary>
    public Task<HeldCredential>? Flight { get; set; }

    /// <summary>Gets or sets the last failure while it holds further attempts back. Under <see cref="Gate"/>.</summary>
    public AcquisitionFailure? Failure { get; set; }

    /// <summary>Gets or sets what the provider has refused for good. Only the acquisition under way reads and writes it.</summary>
    public SpentConnection? Spent { get; set; }

    /// <summary>Gets a value indicating whether forgetting the entry could lose a grant.</summary>
    public bool IsNeeded => Flight is not null || Unsaved is not null;

    /// <summary>Says whether a warning is the first of its kind: a renewal every hour would say it every hour.</summary>
    public bool IsFirst(Diagnostics.AcquisitionWarning warning)
    {
        var flag = 1 << (int)warning;
        return (Interlocked.Or(ref _warned, flag) & flag) == 0;
    }

    /// <summary>Notes that the entry was used since the last look. Writes only what changes, because every request comes by.</summary>
    public void Touch()
    {
        if (!_used)
        {
            _used = true;
        }
    }

    /// <summary>Says whether the entry was idle since the last look, and starts the next one.</summary>
    public bool WasIdle()
    {
        var idle = !_used;
        _used = false;
        return idle;
    }
}
