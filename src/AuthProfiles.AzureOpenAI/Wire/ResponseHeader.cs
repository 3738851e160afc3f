namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Reads single headers of an answer without parsing the others.</summary>
internal static class ResponseHeader
{
    public static string? Text(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) && values.Count > 0 ? values.First() : null;

    /// <summary>Returns the value of a header that comes once; null where it comes more often, because nobody knows which one counts.</summary>
    public static string? Single(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) && values.Count == 1 ? values.First() : null;
}
