namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Reads single headers of an answer without parsing the others.</summary>
internal static class ResponseHeader
{
    public static string? Text(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) && values.Count > 0 ? values.First() : null;
}
