namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Tells what is written to the standard output and error.</summary>
internal sealed class TellingConsole : IDisposable
{
    private readonly Told _told;
    private readonly (TextWriter Out, TextWriter Error) _before = (Console.Out, Console.Error);
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public TellingConsole(Told told)
    {
        _told = told;
        Console.SetOut(TextWriter.Synchronized(_output));
        Console.SetError(TextWriter.Synchronized(_error));
    }

    public void Dispose()
    {
        Console.SetOut(_before.Out);
        Console.SetError(_before.Error);
        _told.Add("standard output", _output.ToString());
        _told.Add("standard error", _error.ToString());
        _output.Dispose();
        _error.Dispose();
    }
}
