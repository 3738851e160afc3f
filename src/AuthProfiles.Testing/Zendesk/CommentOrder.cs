namespace AuthProfiles.Testing.Zendesk;

/// <summary>The orders of a list of comments, by the query's <c>sort</c>.</summary>
internal static class CommentOrder
{
    public static Func<LocalComment, PagePosition>? Of(string? sort) => sort switch
    {
        null or "created_at" => static comment => new(comment.Id, 0),
        "-created_at" => static comment => new(-comment.Id, 0),
        _ => null,
    };
}
