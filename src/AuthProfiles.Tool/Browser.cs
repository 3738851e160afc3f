using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AuthProfiles.Tool;

/// <summary>The system's own browser.</summary>
internal static class Browser
{
    /// <summary>Opens a web page, and nothing else that an address may stand for.</summary>
    public static bool TryOpen(Uri address)
    {
        if (address.Scheme is not ("https" or "http"))
        {
            return false;
        }

        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
            return true;
        }
        catch (Exception error) when (error is ExternalException or PlatformNotSupportedException)
        {
            // Its words have the address in them, which is shown anyway.
            return false;
        }
    }
}
