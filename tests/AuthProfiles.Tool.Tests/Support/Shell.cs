using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tool.Tests.Support;

/// <summary>A folder that the tool is called in, and what is around it there. It is gone afterwards.</summary>
internal sealed class Shell : IDisposable
{
    public Shell() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"authprofiles-tool-{Guid.NewGuid():N}");

    /// <summary>Gets the environment variables that the tool itself reads.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets what opens a browser: none does, until somebody says.</summary>
    public Func<Uri, bool> OpenBrowser { get; set; } = static _ => false;

    /// <summary>Gets or sets what is done with each line for whoever sits there.</summary>
    public Action<string> OnTold { get; set; } = static _ => { };

    public Action<IServiceCollection> Configure { get; set; } = static _ => { };

    /// <summary>Gets or sets what is answered to a question; null where nobody sits there.</summary>
    public string? Answer { get; set; }

    public string Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        return file;
    }

    /// <summary>Writes the section AuthProfiles into appsettings.json.</summary>
    public void WriteProfiles(string json) => Write("appsettings.json", $$"""{ "AuthProfiles": {{json}} }""");

    public Task<Result> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public async Task<Result> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        using var output = new StringWriter();
        await using var error = new LineWriter(OnTold);
        var code = await ToolApplication.RunAsync(
            args,
            new Surroundings
            {
                Output = output,
                Error = error,
                Input = new StringReader(Answer ?? string.Empty),
                IsInteractive = Answer is not null,
                Directory = Folder,
                Variable = name => Variables.GetValueOrDefault(name),
                OpenBrowser = OpenBrowser,
                Configure = Configure,
            },
            cancellationToken);
        return new(code, output.ToString(), error.Text);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Keeps lines, and hands on each when it is whole.</summary>
    private sealed class LineWriter(Action<string> told) : TextWriter
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public override Encoding Encoding => Encoding.UTF8;

        public string Text => string.Join('\n', _lines);

        public override void WriteLine(string? value)
        {
            _lines.Enqueue(value ?? string.Empty);
            told(value ?? string.Empty);
        }

        public override void Write(char value) => throw new NotSupportedException("The tool tells whole lines.");
    }
}
