using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>A line of a tickets file.</summary>
internal sealed class TicketSeed
{
    private readonly JsonElement _line;

    private TicketSeed(JsonElement line, int number)
    {
        _line = line;
        Subject = Text(line, "subject") ?? throw new FormatException($"Line {number}: 'subject' is missing.");
        Description = Text(line, "description");
        Check(TicketRules.IsOneOf(TicketRules.Statuses, Text(line, "status")), number, "status", TicketRules.Statuses);
        Check(TicketRules.IsOneOf(TicketRules.Priorities, Text(line, "priority")), number, "priority", TicketRules.Priorities);
        if (Text(line, "created_at") is { } createdAt)
        {
            CreatedAt = DateTimeOffset.TryParse(createdAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : throw new FormatException($"Line {number}: 'created_at' is no ISO 8601 time.");
        }
    }

    public string Subject { get; }

    public string? Description { get; }

    private DateTimeOffset CreatedAt { get; }

    public static IReadOnlyList<TicketSeed> Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen: true);
        var seeds = new List<TicketSeed>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                seeds.Add(new TicketSeed(Parse(line, number), number));
            }
        }

        return seeds;
    }

    public LocalTicket ToTicket(LocalUsers users) => new()
    {
        Subject = Subject,
        Status = Text(_line, "status") ?? "open",
        Priority = Text(_line, "priority"),
        Tags = TicketTags.Normalize(Tags()),
        RequesterId = Requester(users).Id,
        CreatedAt = CreatedAt,
    };

    private static JsonElement Parse(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement.Clone();
            ReadTexts(root);
            return root.ValueKind == JsonValueKind.Object ? root : throw new FormatException($"Line {number} is not a JSON object.");
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException($"Line {number} holds half a character (one part of a surrogate pair).", exception);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"Line {number} is not a JSON object.", exception);
        }
    }

    // The parser takes escapes that stand for no text; they would show only where a member is read, after other lines were added.
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
            default:
                break;
        }
    }

    private static void Check(bool known, int number, string name, string[] values)
    {
        if (!known)
        {
            throw new FormatException($"Line {number}: '{name}' is one of {string.Join(", ", values)}.");
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private LocalUser Requester(LocalUsers users)
    {
        var requester = _line.TryGetProperty("requester", out var value) && value.ValueKind == JsonValueKind.Object ? value : default;
        var (email, name) = requester.ValueKind == JsonValueKind.Object ? (Text(requester, "email"), Text(requester, "name")) : default;
        return users.GetOrAdd(email ?? "customer@local.example", LocalUsers.EndUser, name, Text(_line, "language"));
    }

    private IEnumerable<string> Tags() =>
        _line.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
            ? tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)
            : [];
}
