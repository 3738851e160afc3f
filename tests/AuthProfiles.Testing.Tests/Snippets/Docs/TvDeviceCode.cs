using AuthProfiles;

namespace Snippets;

public static class TvDeviceCode
{
    internal static void Register(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddDeviceCode("tv", o =>
            {
                o.BaseUrl = "https://api.tv.example/";
                o.DeviceAuthorizationUrl = "https://login.tv.example/device_authorization";
                o.TokenUrl = "https://login.tv.example/token";
                o.Scope["scope"] = "programmes.read";
                o.ClientAuthentication = ClientAuthentication.None;
            });
    }

    internal static async Task LogInAsync(IConnections connections)
    {
        await connections.LogInAsync("tv", user: "mia", options: new()
        {
            ShowDeviceCode = (device, _) =>
            {
                Console.WriteLine($"Open {device.VerificationUri} and enter {device.UserCode}");
                return Task.CompletedTask;
            },
        });
    }
}
