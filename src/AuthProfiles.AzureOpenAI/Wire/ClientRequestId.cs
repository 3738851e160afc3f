namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>The id by which a program names one call. It is the request's own, so that every attempt sends the same one.</summary>
internal static class ClientRequestId
{
    public const string Header = "x-ms-client-request-id";

    /// <summary>Gives the request an id where it has none.</summary>
    public static void Set(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.Contains(Header))
        {
            request.Headers.Add(Header, Guid.NewGuid().ToString());
        }
    }

    /// <summary>Returns the id of the call that was answered, or null if it had none.</summary>
    public static string? Of(HttpResponseMessage response) => response.RequestMessage is { } request ? Of(request) : null;

    /// <summary>Returns the id of a call, or null if it has none.</summary>
    public static string? Of(HttpRequestMessage request) =>
        request.Headers.NonValidated.TryGetValues(Header, out var values) ? values.ToString() : null;
}
