namespace AuthProfiles.OAuth;

/// <summary>What a cache knows of one issuer. The cache's lock guards it.</summary>
internal sealed class MetadataEntry(TimeProvider clock)
{
    /// <summary>How long metadata are used before they are asked for again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    /// <summary>How long metadata serve while no newer ones are to be had.</summary>
    public static readonly TimeSpan Usable = TimeSpan.FromDays(7);

    private MetadataReading? _found;
    private long _foundAt;
    private MetadataReading? _failed;
    private long _failedAt;
    private TimeSpan _pause;

    public Task<MetadataReading>? Flight { get; set; }

    public long UsedAt { get; set; }

    /// <summary>Gets how often in a row it has failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Gets what is known without asking, or null where it is time to ask.</summary>
    public MetadataReading? Known =>
        Found(Fresh) ?? (_failed is not null && clock.GetElapsedTime(_failedAt) < _pause ? Best(_failed) : null);

    /// <summary>Keeps what asking came to, and returns what to use.</summary>
    /// <param name="reading">What it came to.</param>
    /// <param name="pause">How long to leave the issuer alone after a failure.</param>
    public MetadataReading Keep(MetadataReading reading, TimeSpan pause)
    {
        if (reading.Succeeded)
        {
            (_found, _foundAt, _failed, Failures) = (reading, clock.GetTimestamp(), null, 0);
            return reading;
        }

        (_failed, _failedAt, _pause) = (reading, clock.GetTimestamp(), pause);
        Failures++;
        return Best(reading);
    }

    private MetadataReading Best(MetadataReading failed) => Found(Usable) ?? failed;

    private MetadataReading? Found(TimeSpan age) => _found is not null && clock.GetElapsedTime(_foundAt) < age ? _found : null;
}
