using System.Diagnostics;

namespace AuthProfiles.AzureOpenAI.Telemetry;

/// <summary>Observes the calls of a client. Where nobody listens, it costs a look at a few fields.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ClientTelemetry(ClientMeter meter, bool capturesContent, TimeProvider clock)
{
    /// <summary>The name that an application adds to its tracing and to its metrics.</summary>
    public const string Name = "AuthProfiles.AzureOpenAI";

    private const string Provider = "azure.ai.openai";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Gets a value indicating whether anybody listens.</summary>
    public bool IsObserved => Source.HasListeners() || meter.IsEnabled;

    /// <summary>Begins to observe a call; null where nobody listens to it.</summary>
    /// <param name="operation">The operation's name in the conventions.</param>
    /// <param name="deployment">The deployment that is called.</param>
    public ObservedCall? Start(string operation, string deployment)
    {
        if (!IsObserved)
        {
            return null;
        }

        var activity = StartActivity(operation, deployment);
        if (activity is null && !meter.IsEnabled)
        {
            return null;
        }

        TagList tags = new() { { TagName.Operation, operation }, { TagName.Provider, Provider }, { TagName.Deployment, deployment } };
        return new(activity, meter, tags, clock) { CapturesContent = capturesContent };
    }

    // What decides about sampling is there from the start.
    private static Activity? StartActivity(string operation, string deployment) => !Source.HasListeners() ? null : Source.StartActivity(
        ActivityKind.Client,
        tags:
        [
            new(TagName.Operation, operation), new(TagName.Provider, Provider), new(TagName.Deployment, deployment), new(TagName.ResourceProvider, "Microsoft.CognitiveServices"),
        ],
        name: $"{operation} {deployment}");
}
