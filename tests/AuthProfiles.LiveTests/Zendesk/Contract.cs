using System.Text.Json;
using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description of the API, for looking up what an answer has to look like.</summary>
internal sealed class Contract
{
    private const string Path = "../shared/contracts/zendesk/zendesk-support-mock.openapi.json";

    private readonly JsonElement _root;

    private Contract(JsonElement root) => _root = root;

    /// <summary>Gets all operations, such as <c>GET /api/v2/tickets/{ticket_id}</c>.</summary>
    public IEnumerable<string> Operations =>
        from path in _root.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("responses", out _)
        select $"{method.Name.ToUpperInvariant()} {path.Name}";

    /// <summary>Reads the description from beside the repository, or ignores the test that needs it.</summary>
    public static Contract Load()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "AuthProfiles.sln")))
        {
            directory = directory.Parent;
        }

        var file = System.IO.Path.Combine(directory?.FullName ?? ".", Path);
        if (!File.Exists(file))
        {
            Assert.Ignore($"{Path} is missing beside the repository, so there is no contract to hold answers against.");
        }

        using var stream = File.OpenRead(file);
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement.Clone());
    }

    /// <summary>Returns the operation of a request; a path without parameters comes before one with.</summary>
    public string OperationOf(string method, string path) => Operations
        .Where(operation => operation.StartsWith(method + " ", StringComparison.Ordinal) && Fits(operation[(method.Length + 1)..], path))
        .OrderBy(static operation => operation.Count(static character => character == '{'))
        .FirstOrDefault() ?? throw new InvalidOperationException($"The contract has no operation {method} {path}.");

    /// <summary>Returns what is wrong with the shape of an answer: its members and their kinds, all the way down.</summary>
    public IReadOnlyList<string> Check(string operation, int status, string body)
    {
        var space = operation.IndexOf(' ', StringComparison.Ordinal);
        var answers = _root.GetProperty("paths").GetProperty(operation[(space + 1)..]).GetProperty(operation[..space].ToLowerInvariant()).GetProperty("responses");
        if (!answers.TryGetProperty($"{status}", out var answer))
        {
            return [$"The contract has no status {status}."];
        }

        var hasBody = Resolve(answer).TryGetProperty("content", out var content);
        if (!hasBody || body.Length == 0)
        {
            return hasBody == body.Length > 0 ? [] : [$"The body is {(hasBody ? "missing" : "too much")}."];
        }

        using var document = JsonDocument.Parse(body);
        return new ShapeCheck(this).Check(content.GetProperty("application/json").GetProperty("schema"), document.RootElement);
    }

    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = _root;
            foreach (var part in reference.GetString()!.Split('/').Skip(1))
            {
                schema = schema.GetProperty(part);
            }
        }

        return schema;
    }

    private static bool Fits(string template, string path)
    {
        var (parts, segments) = (template.Split('/'), path.Split('/'));
        return parts.Length == segments.Length && parts.Zip(segments).All(static pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }
}
