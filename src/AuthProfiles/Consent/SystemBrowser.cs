using System.ComponentModel;
using System.Diagnostics;

namespace AuthProfiles.Consent;

/// <summary>Opens the browser of whoever sits at this machine.</summary>
internal static class SystemBrowser
{
    /// <exception cref="InvalidOperationException">There is none, or it is not for such an address.</exception>
    public static Task OpenAsync(Uri address)
    {
        // Whatever else the system would open: a program, a file, a mail.
        if (address.Scheme is not ("https" or "http"))
        {
            throw new InvalidOperationException("A browser is opened at https and http addresses only.");
        }

        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
            return Task.CompletedTask;
        }
        catch (Exception error) when (error is Win32Exception or PlatformNotSupportedException)
        {
            throw new InvalidOperationException($"No browser could be opened ({error.GetType().Name}).");
        }
    }
}
