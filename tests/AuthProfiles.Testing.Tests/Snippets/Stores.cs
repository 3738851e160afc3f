using System.Data.Common;
using System.Net.Http.Json;
using AuthProfiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Snippets;

public static class Stores
{
    internal static void OnDisk(App builder)
    {
        builder.Services.AddAuthProfiles()
            .PersistConnectionsToFileSystem("/var/lib/myapp")      // one machine; PersistConnectionsToDatabase() for many
            .ProtectConnectionsWithKeyRing();                      // encrypted: AuthProfiles:KeyRing:Keys:2026-11 is the key
    }

    internal static void InDatabase(App builder)
    {
        builder.Services.AddSingleton<DbDataSource>(NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Default")!));
        builder.Services.AddAuthProfiles()
            .PersistConnectionsToDatabase()
            .ProtectConnectionsWithKeyRing();
    }

    internal static async Task ConnectAsync(IConnections connections, HttpClient weather)
    {
        await connections.ConnectAsync("weather", user: "mia", inputs: new Dictionary<string, string> { ["key"] = "k-123" });
        var forecast = await weather.For(user: "mia").GetFromJsonAsync<Forecast>("today");
        Console.WriteLine(forecast);
    }

    public sealed record Forecast(string Summary);
}
