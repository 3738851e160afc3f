using AuthProfiles;

namespace Snippets;

public static class LegacyPassword
{
    internal static void Register(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddPassword("legacy", o =>
            {
                o.BaseUrl = "https://api.legacy.example/";
                o.TokenUrl = "https://login.legacy.example/token";
                o.AllowPasswordGrant = true;
                o.Username = "robot";
            });
    }
}
