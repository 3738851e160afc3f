namespace Zendesk.Steps;

/// <summary>One thing that programs do.</summary>
internal interface IStep
{
    string Title { get; }

    /// <summary>Does it, and says whether it went well.</summary>
    Task<bool> RunAsync(CancellationToken cancellationToken);
}
