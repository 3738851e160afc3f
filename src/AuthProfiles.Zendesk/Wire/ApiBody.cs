namespace AuthProfiles.Zendesk.Wire;

/// <summary>What a request carries. It holds nothing to dispose: the content is made when the request is.</summary>
internal abstract class ApiBody
{
    /// <summary>Makes the content of one request, which disposes it.</summary>
    public abstract HttpContent ToContent();
}
