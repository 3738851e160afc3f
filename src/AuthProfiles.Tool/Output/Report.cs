using System.Text;
using System.Text.Json;

namespace AuthProfiles.Tool.Output;

/// <summary>What the tool says: results on standard output, as text or as one JSON value; all else on standard error.</summary>
internal sealed class Report(Surroundings surroundings, bool isJson)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Gets a value indicating whether results are JSON.</summary>
    public bool IsJson => isJson;

    /// <summary>Writes a line of the result.</summary>
    public void Write(string line) => surroundings.Output.WriteLine(ShownText.Of(line));

    /// <summary>Writes the whole result as JSON.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            write(json);
        }

        surroundings.Output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>Says what goes on. A script is not told.</summary>
    public void Progress(string line)
    {
        if (!isJson)
        {
            Tell(line);
        }
    }

    /// <summary>Tells whoever sits there, in a script too: an error, or what they are to do.</summary>
    public void Tell(string line) => surroundings.Error.WriteLine(ShownText.Of(line));
}
