using AuthProfiles.Diagnostics;

namespace AuthProfiles.Inspection;

/// <summary>Shows an address as the platform's own logs do: of the query only that there is one, and nothing of user names and fragments.</summary>
internal static class ShownAddress
{
    public static string Of(Uri address) => Printable.Escape(
        string.Concat(address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped), address.Query.Length > 0 ? "?*" : string.Empty));
}
