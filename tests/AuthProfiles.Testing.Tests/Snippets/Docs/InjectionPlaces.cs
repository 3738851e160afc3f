using AuthProfiles;

namespace Snippets;

public static class InjectionPlaces
{
    internal static void RegisterHeader(App builder) => Register(builder, static o =>
    {
        o.AuthorizationFields.Add(AuthorizationField.Header("x-bridge-key", "{{key}}"));
    });

    internal static void RegisterQuery(App builder) => Register(builder, static o =>
    {
        o.AuthorizationFields.Add(AuthorizationField.QueryString("key", "{{key}}"));
    });

    internal static void RegisterPath(App builder) => Register(builder, static o =>
    {
        o.AuthorizationFields.Add(AuthorizationField.PathParam("key", "{{key}}"));
    });

    internal static void RegisterPayload(App builder) => Register(builder, static o =>
    {
        o.AuthorizationFields.Add(AuthorizationField.Payload("/auth/key", "{{key}}"));
    });

    private static void Register(App builder, Action<CustomOptions> place)
    {
        builder.Services.AddAuthProfiles()
            .AddCustom("rooms", o =>
            {
                o.BaseUrl = "https://bridge.rooms.example/api/";
                o.AdditionalFields.Add(new("key", Title: "Bridge key"));
                place(o);
            });
    }
}
