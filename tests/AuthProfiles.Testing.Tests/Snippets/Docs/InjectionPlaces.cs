using AuthProfiles;

namespace Snippets;

public static class InjectionPlaces
{
    internal static void RegisterPath(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddCustom("rooms", o =>
            {
                o.BaseUrl = "https://bridge.rooms.example/api/";
                o.AdditionalFields.Add(new("key", Title: "Bridge key"));
                o.AuthorizationFields.Add(AuthorizationField.PathParam("key", "{{key}}"));
            });
    }

    internal static async Task<string> CallPathAsync(HttpClient rooms)
    {
        var lights = await rooms.GetStringAsync("{key}/lights");

        return lights;
    }
}
