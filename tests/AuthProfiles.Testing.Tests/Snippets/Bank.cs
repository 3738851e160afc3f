using AuthProfiles;

namespace Snippets;

public static class Bank
{
    internal static void Register(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddCustom("bank", o =>
            {
                o.BaseUrl = "https://api.bank.example/";
                o.AdditionalFields.Add(new("pin", Title: "PIN", Hint: "Six digits"));
                o.AuthorizationFields.Add(AuthorizationField.Payload("/auth/pin", "{{pin}}"));
            });
    }
}
