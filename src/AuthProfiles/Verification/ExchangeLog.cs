namespace AuthProfiles.Verification;

/// <summary>The last exchange of a client.</summary>
internal sealed class ExchangeLog
{
    private volatile RecordedExchange? _last;

    public RecordedExchange? Last
    {
        get => _last;
        set => _last = value;
    }
}
