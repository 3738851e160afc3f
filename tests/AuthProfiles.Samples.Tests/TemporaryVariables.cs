namespace AuthProfiles.Samples.Tests;

/// <summary>Environment variables that are gone again afterwards.</summary>
internal sealed class TemporaryVariables : IDisposable
{
    private readonly string[] _names;

    public TemporaryVariables(params (string Name, string Value)[] variables)
    {
        _names = [.. variables.Select(static variable => variable.Name)];
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var name in _names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
