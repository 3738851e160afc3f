using AuthProfiles;

namespace Snippets;

public static class DriveFunction
{
    private static readonly TokenLibrary _library = new();

    internal static void Register(App builder)
    {
        var library = _library;
        builder.Services.AddAuthProfiles()
            .AddDelegate("drive", o =>
            {
                o.BaseUrl = "https://api.drive.example/";
                o.Acquire = async (request, cancellationToken) =>
                {
                    var token = await library.GetTokenAsync("drive.read", cancellationToken);
                    return Credential.Bearer(token.Value, token.ExpiresOn);
                };
            });
    }

    internal static void RegisterBesideSettings(App builder)
    {
        var library = _library;
        builder.Services.AddAuthProfiles()
            .AddDelegate("drive", o => o.Acquire = async (request, cancellationToken) =>
            {
                var token = await library.GetTokenAsync("drive.read", cancellationToken);
                return Credential.Bearer(token.Value, token.ExpiresOn);
            });
    }

    /// <summary>Stands in for another library that knows how to sign in.</summary>
    private sealed class TokenLibrary
    {
        public ValueTask<LibraryToken> GetTokenAsync(string scope, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(new LibraryToken("token-of-" + scope, DateTimeOffset.MaxValue));
        }
    }

    private sealed record LibraryToken(string Value, DateTimeOffset ExpiresOn);
}
