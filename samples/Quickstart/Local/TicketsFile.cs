using System.Text;
using System.Text.Json;
using AuthProfiles.Testing;

namespace Quickstart.Local;

/// <summary>A file of tickets, one JSON object a line, and whose each of them is.</summary>
internal sealed class TicketsFile
{
    private readonly List<(string Tenant, string Line)> _lines = [];

    private TicketsFile()
    {
    }

    /// <summary>Reads the file. A ticket without a tenant goes to the tenants in turn.</summary>
    public static async Task<TicketsFile> ReadAsync(string path, string[] tenants, CancellationToken cancellationToken)
    {
        string[] lines;
        try
        {
            lines = await File.ReadAllLinesAsync(path, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The tickets file cannot be read: {error.Message}");
        }

        var file = new TicketsFile();
        for (var i = 0; i < lines.Length; i++)
        {
            file._lines.Add((TenantOf(lines[i], i + 1) ?? tenants[i % tenants.Length], lines[i]));
            if (!tenants.Contains(file._lines[i].Tenant))
            {
                throw new UsageException($"The tickets file is wrong. Line {i + 1}: 'tenant' is one of {string.Join(", ", tenants)}.");
            }
        }

        return file._lines.Exists(entry => !string.IsNullOrWhiteSpace(entry.Line)) ? file : throw new UsageException("The tickets file is wrong. There is no ticket in it.");
    }

    /// <summary>Adds a tenant's tickets to an account.</summary>
    public void LoadInto(LocalTickets tickets, string tenant)
    {
        // The lines of others become empty ones, which are skipped: an error still names the line of the file.
        var own = string.Join('\n', _lines.Select(entry => entry.Tenant == tenant ? entry.Line : string.Empty));
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(own));
            tickets.LoadJsonLines(stream);
        }
        catch (FormatException error)
        {
            throw new UsageException($"The tickets file is wrong. {error.Message}");
        }
    }

    private static string? TenantOf(string line, int number)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("tenant", out var tenant) && tenant.ValueKind != JsonValueKind.Null ? tenant.ToString() : null;
        }
        catch (InvalidOperationException)
        {
            // Escapes that stand for no text; the loader says so.
            return null;
        }
        catch (JsonException)
        {
            throw new UsageException($"The tickets file is wrong. Line {number} is not a JSON object.");
        }
    }
}
