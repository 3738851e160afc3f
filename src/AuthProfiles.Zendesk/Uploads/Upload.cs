using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>Files that were uploaded and wait for a comment to be attached to. Immutable.</summary>
/// <remarks>Whoever has the token can attach or delete the files: it is not shown by <see cref="object.ToString"/>, and belongs in no log.</remarks>
public sealed record Upload
{
    /// <summary>Gets the token, for <see cref="Comment.Uploads"/> and for further files of the same comment. It is good for 60 minutes.</summary>
    public required string Token { get; init; }

    /// <summary>Gets the file that was uploaded last.</summary>
    public Attachment? Attachment { get; init; }

    /// <summary>Gets all files that the token stands for.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Attachment = ").Append(Attachment);
        return true;
    }
}
