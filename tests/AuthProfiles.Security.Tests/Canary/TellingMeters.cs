using System.Diagnostics.Metrics;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Tells every measurement of every meter: the instrument and its tags.</summary>
internal sealed class TellingMeters : IDisposable
{
    private readonly Told _told;
    private readonly MeterListener _listener = new();

    public TellingMeters(Told told)
    {
        _told = told;
        _listener.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Listen<byte>();
        Listen<short>();
        Listen<int>();
        Listen<long>();
        Listen<float>();
        Listen<double>();
        Listen<decimal>();
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    private void Listen<T>()
        where T : struct =>
        _listener.SetMeasurementEventCallback<T>((instrument, value, tags, _) =>
        {
            var sink = $"meter {instrument.Meter.Name}";
            _told.Add(sink, $"{instrument.Name} {instrument.Description} {value}");
            _told.Add(sink, tags.ToArray());
        });
}
