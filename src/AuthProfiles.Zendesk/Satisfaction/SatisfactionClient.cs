using System.Globalization;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Satisfaction;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>What requesters said about the help of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.Satisfaction"/>.</summary>
/// <remarks>Administrators read, and requesters rate. What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class SatisfactionClient
{
    private static readonly ApiPath Root = ApiPath.Of("satisfaction_ratings");
    private static readonly ApiPath ReasonRoot = ApiPath.Of("satisfaction_reasons");
    private static readonly ReadValue<SatisfactionRating> One = Answer.OfFirst<SatisfactionRating>("satisfaction_rating", "satisfaction_ratings", SatisfactionRatingReader.Read);
    private static readonly ReadValue<SatisfactionReason> OneReason = Answer.OfFirst<SatisfactionReason>("reason", "reasons", SatisfactionReasonReader.Read);
    private static readonly ReadValue<IReadOnlyList<SatisfactionReason>> Reasons = Answer.ListOf<SatisfactionReason>("reasons", SatisfactionReasonReader.Read);
    private static readonly PageReader<SatisfactionRating> Pages = new("satisfaction_ratings", SatisfactionRatingReader.Read);

    private readonly ZendeskTransport _transport;

    internal SatisfactionClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through the ratings.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="filter">Which ratings are wanted. The default is all.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The ratings, each once.</returns>
    public IAsyncEnumerable<SatisfactionRating> ListAsync(PageOptions? options = null, SatisfactionFilter? filter = null, CancellationToken cancellationToken = default) =>
        All(filter).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the ratings.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="filter">Which ratings are wanted. The default is all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<SatisfactionRating>> ListPageAsync(PageOptions? options = null, SatisfactionFilter? filter = null, CancellationToken cancellationToken = default) =>
        All(filter).PageAsync(options, cancellationToken);

    /// <summary>Reads one rating.</summary>
    /// <param name="id">The rating's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rating.</returns>
    public Task<SatisfactionRating> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Counts the ratings.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then("count"), RecordCountReader.One, cancellationToken);

    /// <summary>Rates a solved ticket. Only its requester may, whose address must be verified: see <see cref="ZendeskClient.OnBehalfOf"/>. It is not repeated by itself.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="rating">The rating.</param>
    /// <param name="cancellationToken">Ends the wait; the rating may have been given by then.</param>
    /// <returns>The rating as Zendesk has it, with its id.</returns>
    public Task<SatisfactionRating> RateAsync(long ticketId, NewSatisfactionRating rating, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rating);
        ArgumentException.ThrowIfNullOrWhiteSpace(rating.Score, nameof(rating));
        var body = JsonBody.Of("satisfaction_rating", rating, static (writer, rating) =>
        {
            writer.WriteString("score"u8, rating.Score);
            JsonWriting.Text(writer, "comment"u8, rating.Comment);
            JsonWriting.Id(writer, "reason_code"u8, rating.ReasonCode);
            JsonWriting.Id(writer, "reason_id"u8, rating.ReasonId);
        });
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, TicketAnswers.Root.Then(ticketId).Then("satisfaction_rating"), body) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Reads the reasons that requesters can give for a bad score.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The reasons, the deleted ones included.</returns>
    public Task<IReadOnlyList<SatisfactionReason>> ListReasonsAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(ReasonRoot, Reasons, cancellationToken);

    /// <summary>Reads one reason.</summary>
    /// <param name="id">The reason's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The reason.</returns>
    public Task<SatisfactionReason> GetReasonAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(ReasonRoot.Then(id), OneReason, cancellationToken);

    private static string? Seconds(DateTimeOffset? time) => time?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private PagedList<SatisfactionRating> All(SatisfactionFilter? filter)
    {
        var path = Root.With("score", filter?.Score).With("start_time", Seconds(filter?.From)).With("end_time", Seconds(filter?.To));
        return new(_transport, path, Pages, PageMode.Cursor);
    }
}
