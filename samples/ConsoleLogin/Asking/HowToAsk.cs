using AuthProfiles;

namespace ConsoleLogin.Asking;

/// <summary>How the owner is asked for their consent.</summary>
internal static class HowToAsk
{
    /// <param name="hasBrowser">Whether a browser may be opened on this machine.</param>
    /// <param name="isLocal">Whether the provider is the local one, whose users consent by themselves.</param>
    public static LogInOptions Choose(bool hasBrowser, bool isLocal) => (hasBrowser, isLocal) switch
    {
        (true, _) => new() { ShowDeviceCode = ShowAsync },
        (false, true) => new()
        {
            OpenBrowser = VisitAsync,
            ShowDeviceCode = async (device, cancellationToken) =>
            {
                await ShowAsync(device, cancellationToken);
                await VisitAsync(device.VerificationUriComplete!, cancellationToken);
            },
        },
        (false, false) => new() { OpenBrowser = static (address, _) => Console.Out.WriteLineAsync($"Open this in a browser on this machine: {address}"), ShowDeviceCode = ShowAsync },
    };

    private static Task ShowAsync(DeviceAuthorization device, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"{device}{(device.VerificationUriComplete is { } whole ? $" Or open {whole}" : string.Empty)}".AsMemory(), cancellationToken);

    // What a browser does: goes there, is sent back to this program at once, and shows its page.
    private static async Task VisitAsync(Uri address, CancellationToken cancellationToken)
    {
        Console.WriteLine("No browser: the local provider is visited by this program itself.");
        using var http = new HttpClient();
        using var response = await http.GetAsync(address, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
