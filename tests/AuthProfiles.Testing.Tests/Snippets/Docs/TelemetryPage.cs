namespace Snippets;

public static class TelemetryPage
{
    internal static void Register(App builder)
    {
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter("AuthProfiles"))
            .WithTracing(tracing => tracing.AddSource("AuthProfiles"));
    }

    internal static void RegisterAzureOpenAI(App builder)
    {
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter("AuthProfiles.AzureOpenAI"))
            .WithTracing(tracing => tracing.AddSource("AuthProfiles.AzureOpenAI"));
    }
}
