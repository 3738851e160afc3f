using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Why a ticket can't be what was asked for. A call answers with it; a job notes it for the item and goes on.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Error">Zendesk's code.</param>
/// <param name="Description">Zendesk's sentence.</param>
/// <param name="Field">The field of a record that is not valid; else null.</param>
internal sealed record TicketRefusal(HttpStatusCode Status, string Error, string Description, string? Field = null)
{
    public static TicketRefusal NotFound { get; } = new(HttpStatusCode.NotFound, "RecordNotFound", "Not found");

    public static TicketRefusal Conflict { get; } =
        new(HttpStatusCode.Conflict, "UpdateConflict", "Safe Update prevented the update due to outdated ticket data");

    public static TicketRefusal Invalid(string field, string error, string description) => new(HttpStatusCode.UnprocessableEntity, error, description, field);

    public LocalResponse ToResponse() => Field is null ? ZendeskError.Answer(Status, Error, Description) : ZendeskError.RecordInvalid(Field, Error, Description);
}
