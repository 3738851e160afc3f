namespace AzureOpenAI.Steps;

/// <summary>One thing that programs ask for.</summary>
internal interface IStep
{
    string Title { get; }

    Task RunAsync(CancellationToken cancellationToken);
}
