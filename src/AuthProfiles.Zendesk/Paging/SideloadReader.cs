using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Reads a record with those that come along.</summary>
/// <param name="itemName">The member that holds the record.</param>
/// <param name="readItem">Reads it.</param>
internal sealed class SideloadReader<T>(string itemName, ReadValue<T?> readItem)
    where T : class
{
    public Task<Sideloaded<T>> GetAsync(ZendeskTransport transport, ApiPath path, IReadOnlyList<Include> include, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(include);
        return transport.GetAsync(path.With("include", IncludeReader.Parameter(include)), (ref JsonSource json) => Read(ref json, include), cancellationToken);
    }

    private Sideloaded<T> Read(ref JsonSource json, IReadOnlyList<Include> include)
    {
        T? item = null;
        var includes = new IncludeReader(include);
        json.ExpectObject();
        while (json.NextMember(out var name))
        {
            if (System.Text.Ascii.Equals(name, itemName))
            {
                item = readItem(ref json);
            }
            else if (!includes.TryRead(name, ref json))
            {
                json.Skip();
            }
        }

        return new Sideloaded<T>(item ?? throw new JsonException($"The answer has no '{itemName}'."), includes.ToIncluded());
    }
}
