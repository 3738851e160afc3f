using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Requests;

/// <summary>The addresses, readers and requests that the clients with and without a credential share.</summary>
internal static class RequestAnswers
{
    public static readonly ApiPath Root = ApiPath.Of("requests");

    public static readonly ReadValue<Request> One = Answer.Of<Request>("request", RequestReader.Read);
    public static readonly PageReader<Request> Pages = new("requests", RequestReader.Read);
    public static readonly SideloadReader<Request> Sideloaded = new("request", RequestReader.Read);

    /// <summary>Asks for a request to be made. Zendesk knows no repetition of it.</summary>
    public static ApiRequest Creation(NewRequest request) => new(HttpMethod.Post, Root, JsonBody.Of("request", request, RequestWriter.Create)) { IsRepeatable = false };
}
