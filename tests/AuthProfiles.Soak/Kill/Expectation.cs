namespace AuthProfiles.Soak.Kill;

/// <summary>What one connection must be after a kill: what was acknowledged last, or what was begun after it.</summary>
internal sealed class Expectation
{
    /// <summary>Nothing is there.</summary>
    private const long None = 0;

    private long _acknowledged = None;
    private long _version;
    private long? _begun;

    public void BeginWrite(long number) => _begun = number;

    public void BeginDeletion() => _begun = None;

    public void Acknowledge(long version)
    {
        _acknowledged = _begun ?? None;
        _version = version > 0 ? version : _version;
        _begun = null;
    }

    /// <summary>Compares with what is there, which is what the next writer begins with.</summary>
    /// <returns>What is wrong, or null.</returns>
    public string? Compare(StoredConnection? stored)
    {
        if (stored?.Fault is { } unreadable)
        {
            return $"torn: {unreadable}";
        }

        if (stored is not null && Payload.Read(stored.Connection) is null)
        {
            return "torn: its content is not what was written";
        }

        var number = stored is null ? None : Payload.Read(stored.Connection)!.Value;
        if (number != _acknowledged && number != _begun)
        {
            return $"lost: {_acknowledged} was acknowledged, {_begun?.ToString() ?? "nothing"} begun after it, and {number} is there";
        }

        if (stored is not null && (stored.Version < _version || (number == _acknowledged && stored.Version != _version)))
        {
            return $"lost: version {_version} was acknowledged, and {stored.Version} is there";
        }

        (_acknowledged, _version, _begun) = (number, stored?.Version ?? _version, null);
        return null;
    }
}
