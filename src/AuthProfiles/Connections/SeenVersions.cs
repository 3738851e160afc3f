namespace AuthProfiles.Connections;

/// <summary>The highest versions that this process has seen, of at least the last 50,000 connections and at most twice as many.</summary>
internal sealed class SeenVersions
{
    private const int Turn = 50_000;

    private readonly object _gate = new();
    private Dictionary<ConnectionKey, long> _recent = [];
    private Dictionary<ConnectionKey, long> _before = [];

    /// <summary>Remembers a version.</summary>
    /// <returns>False where a higher one was seen before.</returns>
    public bool Note(ConnectionKey key, long version)
    {
        lock (_gate)
        {
            var seen = Math.Max(_recent.GetValueOrDefault(key), _before.GetValueOrDefault(key));
            if (_recent.Count >= Turn)
            {
                // Those that nobody has asked for since the last turn are forgotten.
                (_before, _recent) = (_recent, []);
            }

            _recent[key] = Math.Max(seen, version);
            return version >= seen;
        }
    }
}
