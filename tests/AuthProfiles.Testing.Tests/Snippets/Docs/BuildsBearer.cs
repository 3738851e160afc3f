using AuthProfiles;

namespace Snippets;

public static class BuildsBearer
{
    internal static void Register(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddBearer("builds", o => o.BaseUrl = "https://api.builds.example/");
    }
}
