using AuthProfiles;

namespace Snippets;

public static class BillingExchange
{
    private static readonly SubjectTokens _sessions = new();

    internal static void Register(App builder)
    {
        var sessions = _sessions;
        builder.Services.AddAuthProfiles()
            .AddTokenExchange("billing", o =>
            {
                o.BaseUrl = "https://billing.example/api/";
                o.TokenUrl = "https://login.example/token";
                o.Audiences.Add("billing");
                o.SubjectToken = (request, cancellationToken) => sessions.TokenOfAsync(request.Connection.Key.User, cancellationToken);
            });
    }

    internal static void RegisterBesideSettings(App builder)
    {
        var sessions = _sessions;
        builder.Services.AddAuthProfiles()
            .AddTokenExchange("billing", o => o.SubjectToken = (request, cancellationToken) => sessions.TokenOfAsync(request.Connection.Key.User, cancellationToken));
    }

    /// <summary>Stands in for wherever an application keeps the tokens that its users signed in with.</summary>
    private sealed class SubjectTokens
    {
        public ValueTask<SecretValue> TokenOfAsync(string? user, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(new SecretValue("st-" + user));
        }
    }
}
