using AuthProfiles;

namespace Snippets;

public static class ReportsJwtBearer
{
    internal static void Register(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddJwtBearer("reports", o =>
            {
                o.BaseUrl = "https://api.reports.example/";
                o.TokenUrl = "https://login.reports.example/token";
                o.ClientId = "robot@reports.example";
                o.ClientKeyId = "2026-11";
                o.Claims["scope"] = "reports.read";
            });
    }
}
