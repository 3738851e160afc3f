using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AuthProfiles.Consent;

/// <summary>Opens the browser of whoever sits at this machine.</summary>
internal static class SystemBrowser
{
    /// <summary>Opens a web page. Whatever else the system would open, such as a file or a program, is not opened.</summary>
    /// <returns>True where it was opened; what went wrong is not told, because the system's own words have the address in them.</returns>
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
            return false;
        }
    }
}
