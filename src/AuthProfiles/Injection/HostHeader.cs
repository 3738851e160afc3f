using System.Buffers;

namespace AuthProfiles.Injection;

/// <summary>The Host header, where a caller gives one: the platform takes the receiver's name in TLS from it, and a server decides by it who answers.</summary>
internal static class HostHeader
{
    private const string Name = "Host";

    // With one of them the text is more than a host and its port, or the platform and Uri differ in what it is.
    private static readonly SearchValues<char> Refused = SearchValues.Create(" \t/?#\\@%");

    /// <summary>Says whether the request has the header. It runs on every call and costs nothing.</summary>
    public static bool IsOn(HttpRequestMessage request) => HeaderLine.Has(request.Headers, Name);

    /// <summary>Returns the address that the header names under the scheme of the request's own address, or null where it names none.</summary>
    public static Uri? AddressOf(HttpRequestMessage request, Uri own)
    {
        var lines = request.Headers.NonValidated[Name];
        var text = lines.ToString();
        return lines.Count == 1 && !text.AsSpan().ContainsAny(Refused) && Uri.TryCreate($"{own.Scheme}://{text}/", UriKind.Absolute, out var named)
            ? named
            : null;
    }

    /// <summary>Returns what the header says, for messages.</summary>
    public static string TextOf(HttpRequestMessage request) => request.Headers.NonValidated[Name].ToString();
}
