namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>The ticket in it, with what most programs use.</summary>
internal sealed record TicketRecord
{
    public long Id { get; init; }

    public string? Url { get; init; }

    public string? ExternalId { get; init; }

    public TicketVia? Via { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public string? Type { get; init; }

    public string? Subject { get; init; }

    public string? RawSubject { get; init; }

    public string? Description { get; init; }

    public string? Priority { get; init; }

    public string? Status { get; init; }

    public string? Recipient { get; init; }

    public long? RequesterId { get; init; }

    public long? SubmitterId { get; init; }

    public long? AssigneeId { get; init; }

    public long? OrganizationId { get; init; }

    public long? GroupId { get; init; }

    public long[]? CollaboratorIds { get; init; }

    public long[]? FollowerIds { get; init; }

    public long[]? EmailCcIds { get; init; }

    public bool HasIncidents { get; init; }

    public bool? IsPublic { get; init; }

    public string[]? Tags { get; init; }

    public TicketField[]? CustomFields { get; init; }

    public long? TicketFormId { get; init; }

    public long? BrandId { get; init; }
}
