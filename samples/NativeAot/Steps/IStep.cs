namespace NativeAot.Steps;

/// <summary>What is done with one package.</summary>
internal interface IStep
{
    string Package { get; }

    /// <summary>Does it.</summary>
    /// <returns>What came of it.</returns>
    Task<string> RunAsync(HelpDesk desk);
}
