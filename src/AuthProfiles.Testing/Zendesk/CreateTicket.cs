using System.Net;
using System.Security.Cryptography;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Creates a ticket; the same <c>Idempotency-Key</c> with the same body creates it once.</summary>
internal static class CreateTicket
{
    private static readonly TimeSpan s_keyLifetime = TimeSpan.FromHours(2);

    public static LocalResponse Answer(ZendeskCall call)
    {
        if (!call.Request.Headers.TryGetValue("Idempotency-Key", out var key))
        {
            return Create(call, out _);
        }

        var created = call.Account.CreatedByKey;
        var digest = Convert.ToHexString(SHA256.HashData(call.Request.Body.Span));
        if (created.TryGetValue(key, out var earlier) && call.Now - earlier.At < s_keyLifetime)
        {
            return string.Equals(earlier.BodyDigest, digest, StringComparison.Ordinal)
                ? earlier.Response.Copy().With("x-idempotency-lookup", "hit")
                : ZendeskError.BadRequest("IdempotentRequestError", "The Idempotency-Key was used with another body.");
        }

        var response = Create(call, out var ticket);
        if (ticket is not null)
        {
            created[key] = new CreatedTicket(digest, response.Copy(), call.Now);
        }

        return response.With("x-idempotency-lookup", "miss");
    }

    private static LocalResponse Create(ZendeskCall call, out LocalTicket? ticket)
    {
        ticket = null;
        if (!ZendeskBody.TryRead(call.Request, "ticket", out var values, out var refusal))
        {
            return refusal;
        }

        if (!TicketWork.TryCreate(call, values, out ticket, out var refused))
        {
            return refused.ToResponse();
        }

        return TicketOperations.Ticket(call, HttpStatusCode.Created, ticket, audited: true).With("Location", $"{call.Api}/tickets/{ticket.Id}.json");
    }
}
