using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Tags;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The tags of single tickets. Immutable and thread-safe; comes from <see cref="TicketsClient.Tags"/>.</summary>
/// <remarks>
/// What the operations throw is told at <see cref="TicketsClient"/>. Where an operation takes <c>updatedStamp</c>, it is the
/// <see cref="Ticket.UpdatedAt"/> of the ticket as it was read, and a ticket that has changed since is an error of kind <see cref="ZendeskErrorKind.Conflict"/>.
/// </remarks>
public sealed class TicketTagsClient
{
    private readonly ZendeskTransport _transport;

    internal TicketTagsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Reads the tags of a ticket.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tags.</returns>
    public Task<IReadOnlyList<string>> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Path(id), RecordTags.All, cancellationToken);

    /// <summary>Adds tags to those a ticket has.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="tags">At least one tag, none with white space.</param>
    /// <param name="updatedStamp">When the ticket as it was read was last changed, or null to change it whatever it is now.</param>
    /// <param name="cancellationToken">Ends the wait; the tags may have been added by then.</param>
    /// <returns>All tags that the ticket has now.</returns>
    public Task<IReadOnlyList<string>> AddAsync(long id, IReadOnlyList<string> tags, DateTimeOffset? updatedStamp = null, CancellationToken cancellationToken = default)
    {
        RecordChecks.AtLeastOneTag(tags, nameof(tags));
        return _transport.SendAsync(Request(HttpMethod.Put, id, tags, updatedStamp), RecordTags.All, cancellationToken);
    }

    /// <summary>Replaces all tags of a ticket.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="tags">The tags, none with white space; an empty list takes all away.</param>
    /// <param name="updatedStamp">When the ticket as it was read was last changed, or null to change it whatever it is now.</param>
    /// <param name="cancellationToken">Ends the wait; the tags may have been replaced by then.</param>
    /// <returns>All tags that the ticket has now.</returns>
    public Task<IReadOnlyList<string>> SetAsync(long id, IReadOnlyList<string> tags, DateTimeOffset? updatedStamp = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        RecordChecks.Tags(tags, nameof(tags));
        return _transport.SendAsync(Request(HttpMethod.Post, id, tags, updatedStamp), RecordTags.All, cancellationToken);
    }

    /// <summary>Takes tags off a ticket; one that it does not have is no error.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="tags">At least one tag, none with white space.</param>
    /// <param name="updatedStamp">When the ticket as it was read was last changed, or null to change it whatever it is now.</param>
    /// <param name="cancellationToken">Ends the wait; the tags may be gone by then.</param>
    /// <returns>A task that ends when the tags are gone.</returns>
    public Task RemoveAsync(long id, IReadOnlyList<string> tags, DateTimeOffset? updatedStamp = null, CancellationToken cancellationToken = default)
    {
        RecordChecks.AtLeastOneTag(tags, nameof(tags));
        return _transport.SendAsync(Request(HttpMethod.Delete, id, tags, updatedStamp), cancellationToken);
    }

    private static ApiPath Path(long id) => TicketAnswers.Root.Then(id).Then("tags");

    private static ApiRequest Request(HttpMethod method, long id, IReadOnlyList<string> tags, DateTimeOffset? stamp)
    {
        var body = JsonBody.Of((tags, stamp), static (writer, body) =>
        {
            JsonWriting.Texts(writer, "tags"u8, body.tags);
            if (body.stamp is { } stamp)
            {
                // A text here and a truth value on tickets, as the documentation has it.
                JsonWriting.Time(writer, "updated_stamp"u8, stamp);
                writer.WriteString("safe_update"u8, "true"u8);
            }
        });

        // The first change would make the stamp refuse its own repetition.
        return new ApiRequest(method, Path(id), body) { IsRepeatable = stamp is null };
    }
}
