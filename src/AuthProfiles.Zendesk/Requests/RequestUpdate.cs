namespace AuthProfiles.Zendesk;

/// <summary>A change of a request, as far as an end user may change one. Immutable; what is null stays as it is.</summary>
public sealed record RequestUpdate
{
    /// <summary>Gets a comment to add. It is public and its author's own: <see cref="Comment.Internal"/> and <see cref="Comment.AuthorId"/> are refused.</summary>
    public Comment? Comment { get; init; }

    /// <summary>Gets whether the request is solved. An end user may say so where <see cref="Request.CanBeSolvedByMe"/>.</summary>
    public bool? IsSolved { get; init; }

    /// <summary>Gets people to copy in beside those there are. They are told by e-mail.</summary>
    public IReadOnlyList<Collaborator>? AdditionalCollaborators { get; init; }
}
