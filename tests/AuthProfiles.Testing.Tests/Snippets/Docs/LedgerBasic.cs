using AuthProfiles;

namespace Snippets;

public static class LedgerBasic
{
    internal static void Register(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddBasic("ledger", o =>
            {
                o.BaseUrl = "https://api.ledger.example/v2/";
                o.Username = "robot";
            });
    }
}
