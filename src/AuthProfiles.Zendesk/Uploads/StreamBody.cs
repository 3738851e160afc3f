using System.Net.Http.Headers;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Uploads;

/// <summary>The caller's stream as a request's body.</summary>
internal sealed class StreamBody(Stream content, MediaTypeHeaderValue type) : ApiBody
{
    public override HttpContent ToContent() => new StreamContent(new BorrowedStream(content)) { Headers = { ContentType = type } };
}
