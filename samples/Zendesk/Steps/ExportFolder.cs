using System.Text.Json;
using AuthProfiles.Zendesk;

namespace Zendesk.Steps;

/// <summary>Where the export is kept: the tickets as JSON Lines, and the place to go on from.</summary>
internal sealed class ExportFolder(string directory)
{
    public string TicketsFile => Path.Combine(directory, "tickets.jsonl");

    private string CheckpointFile => Path.Combine(directory, "checkpoint");

    public async Task<string?> ReadCheckpointAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        return File.Exists(CheckpointFile) ? await File.ReadAllTextAsync(CheckpointFile, cancellationToken) : null;
    }

    /// <summary>Adds a page, and then notes that it is there: a run that ends in between adds the page once more, but loses none.</summary>
    public async Task AddAsync(Page<Ticket> page, CancellationToken cancellationToken)
    {
        await using (var file = new FileStream(TicketsFile, FileMode.Append))
        {
            foreach (var ticket in page.Items)
            {
                await file.WriteAsync(Line(ticket), cancellationToken);
            }

            file.Flush(flushToDisk: true);
        }

        if (page.Checkpoint is { } checkpoint)
        {
            // In one move, so that there is never half of it.
            await File.WriteAllTextAsync(CheckpointFile + ".new", checkpoint, cancellationToken);
            File.Move(CheckpointFile + ".new", CheckpointFile, overwrite: true);
        }
    }

    private static ReadOnlyMemory<byte> Line(Ticket ticket)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", ticket.Id);
            writer.WriteString("subject", ticket.Subject);
            writer.WriteString("status", ticket.Status?.Value);
            writer.WriteString("priority", ticket.Priority?.Value);
            if (ticket.UpdatedAt is { } updatedAt)
            {
                writer.WriteString("updated_at", updatedAt);
            }

            writer.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }
}
