using System.Net;
using AuthProfiles;
using AuthProfiles.Templates;

namespace Snippets.Session;

/// <summary>Authorizes by a ticket that a login gives, good for twenty minutes.</summary>
public sealed class SessionProfile : IAuthorizationProfile
{
    private static readonly ProfileTraits Traits = new()
    {
        AuthorizationType = "Session",
        Fields = [new("username", "User name") { Secret = false }, new("password", "Password")],
        Renewable = true,
    };

    private readonly UrlTemplate? _login;

    public SessionProfile(string name, SessionOptions options)
    {
        Definition = new(name, options, Traits, ("username", options.Username), ("password", options.Password));
        _login = Definition.ParseUrl(nameof(options.LoginUrl), options.LoginUrl ?? string.Empty);
        Definition.Validate();
    }

    public ProfileDefinition Definition { get; }

    public async ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        using var login = new HttpRequestMessage(HttpMethod.Post, request.Expand(_login!))
        {
            Content = new FormUrlEncodedContent([new("user", request.Require("username").Reveal()), new("password", request.Require("password").Reveal())]),
        };
        using var answer = await request.TokenClient.SendAsync(login, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw answer.StatusCode == HttpStatusCode.Unauthorized
                ? request.Failure(AuthorizationErrorKind.ClientRefused, "the login refuses the user name or the password")
                : request.Failure(AuthorizationErrorKind.Transient, $"the login answered {(int)answer.StatusCode}", isTransient: true);
        }

        var ticket = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var field = request.Place("password", () => CredentialField.Header("x-ticket", ticket));
        return new(request.Compose([field], request.Clock.GetUtcNow().AddMinutes(20)));
    }
}
