namespace AuthProfiles.Zendesk;

/// <summary>How long something took. What is null did not happen yet, or is not counted.</summary>
/// <param name="Calendar">By the calendar, nights and holidays included.</param>
/// <param name="Business">In the hours of business.</param>
public sealed record MetricTime(long? Calendar, long? Business);
