using System.Text;

namespace AuthProfiles.Zendesk;

/// <summary>Copies of a suspended ticket's files, which can be put on another ticket. Immutable.</summary>
/// <remarks>Whoever has the token can attach or delete the files: it is not shown by <see cref="object.ToString"/>, and belongs in no log.</remarks>
/// <param name="Token">The token, for <see cref="Comment.Uploads"/>; null where there are no files.</param>
/// <param name="Attachments">The copies.</param>
public sealed record SuspendedUpload(string? Token, IReadOnlyList<Attachment> Attachments)
{
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Attachments = ").Append(Attachments);
        return true;
    }
}
