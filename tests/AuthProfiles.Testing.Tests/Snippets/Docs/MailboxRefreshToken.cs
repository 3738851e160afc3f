using AuthProfiles;

namespace Snippets;

public static class MailboxRefreshToken
{
    internal static void Register(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddRefreshToken("mailbox", o =>
            {
                o.BaseUrl = "https://api.mail.example/";
                o.TokenUrl = "https://login.mail.example/token";
            });
    }
}
