namespace AuthProfiles.Settings;

/// <summary>The settings of <see cref="ResilienceOptions"/>, for kinds whose options hold them.</summary>
public static class ResilienceSettings
{
    /// <summary>Gets the list, to be added by <see cref="SettingList{TOptions}.Group{TPart}"/>.</summary>
    public static SettingList<ResilienceOptions> All { get; } = new SettingList<ResilienceOptions>()
        .Number(
            nameof(ResilienceOptions.MaxRetries),
            "How often a request is sent again at most.",
            0,
            ResilienceOptions.MostRetries,
            static options => options.MaxRetries,
            static (options, value) => options.MaxRetries = value)
        .Duration(
            nameof(ResilienceOptions.AttemptTimeout),
            "How long one attempt may take until the headers of its answer are there.",
            ResilienceOptions.ShortestAttempt,
            ResilienceOptions.LongestAttempt,
            static options => options.AttemptTimeout,
            static (options, value) => options.AttemptTimeout = value)
        .Duration(
            nameof(ResilienceOptions.MaxRetryAfter),
            "The longest delay that a service may ask for.",
            TimeSpan.Zero,
            ResilienceOptions.LongestRetryAfter,
            static options => options.MaxRetryAfter,
            static (options, value) => options.MaxRetryAfter = value)
        .Duration(
            nameof(ResilienceOptions.BaseDelay),
            "The longest wait before the first retry; it doubles with each further one.",
            TimeSpan.Zero,
            ResilienceOptions.LongestBaseDelay,
            static options => options.BaseDelay,
            static (options, value) => options.BaseDelay = value);
}
