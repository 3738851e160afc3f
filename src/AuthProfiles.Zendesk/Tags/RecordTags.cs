using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tags;

/// <summary>Reads and changes the tags of one record; the verbs are the same on users and organizations.</summary>
/// <param name="transport">What sends.</param>
/// <param name="root">The address of the records, such as <c>users</c>.</param>
internal sealed class RecordTags(ZendeskTransport transport, ApiPath root)
{
    /// <summary>Reads the tags that an answer has, whichever record they are of.</summary>
    public static readonly ReadValue<IReadOnlyList<string>> All = Answer.Of<IReadOnlyList<string>>("tags", static (ref json) => json.Texts());

    public Task<IReadOnlyList<string>> GetAsync(long id, CancellationToken cancellationToken) => transport.GetAsync(Path(id), All, cancellationToken);

    public Task<IReadOnlyList<string>> AddAsync(long id, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        RecordChecks.AtLeastOneTag(tags, nameof(tags));
        return transport.SendAsync(Request(HttpMethod.Put, id, tags), All, cancellationToken);
    }

    public Task<IReadOnlyList<string>> SetAsync(long id, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tags);
        RecordChecks.Tags(tags, nameof(tags));
        return transport.SendAsync(Request(HttpMethod.Post, id, tags), All, cancellationToken);
    }

    public Task RemoveAsync(long id, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        RecordChecks.AtLeastOneTag(tags, nameof(tags));
        return transport.SendAsync(Request(HttpMethod.Delete, id, tags), cancellationToken);
    }

    private ApiPath Path(long id) => root.Then(id).Then("tags");

    // To set the same tags twice is to set them once.
    private ApiRequest Request(HttpMethod method, long id, IReadOnlyList<string> tags) =>
        new(method, Path(id), JsonBody.Of(tags, static (writer, tags) => JsonWriting.Texts(writer, "tags"u8, tags)));
}
