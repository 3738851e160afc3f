using System.Net.Http.Headers;

namespace AuthProfiles.Injection;

/// <summary>Writes header lines whose text is already known to be right.</summary>
internal static class HeaderLine
{
    /// <summary>Adds a line as it is and returns false if the collection takes no header of that name.</summary>
    // A credential's line was checked when its CredentialField was made, and a caller's own line goes back as it was found: parsing either again
    // costs 3 KB a call for a bearer token and would reformat the caller's.
#pragma warning disable RS0030
    public static bool TryWrite(HttpHeaders headers, string name, string value) => headers.TryAddWithoutValidation(name, value);
#pragma warning restore RS0030

    /// <summary>Copies the default headers of a client as the client itself copies them: what works for its requests works here.</summary>
    public static void Copy(HttpRequestHeaders from, HttpRequestHeaders to)
    {
        foreach (var (name, values) in from.NonValidated)
        {
            foreach (var value in values)
            {
                TryWrite(to, name, value);
            }
        }
    }

    public static bool Has(HttpHeaders headers, string name)
    {
        var present = headers.NonValidated;
        return present.Count > 0 && present.Contains(name);
    }
}
