using System.Text;

namespace AuthProfiles;

/// <summary>Authorizes by a user name and a password in the header <c>Authorization: Basic</c> (RFC 7617), encoded as UTF-8.</summary>
public sealed class BasicProfile : IAuthorizationProfile
{
    internal const string Type = "Basic";

    private readonly string _username;
    private readonly string _password;
    private readonly string _suffix;

    /// <summary>Initializes a new instance of the <see cref="BasicProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public BasicProfile(string name, BasicOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _suffix = options.UsernameSuffix ?? string.Empty;
        (_username, _password) = (options.UsernameField.Key, options.PasswordField.Key);
        var traits = new ProfileTraits { AuthorizationType = Type, Fields = [options.UsernameField, options.PasswordField], AnswersAtOnce = true, Renewable = true };
        Definition = new(name, options, traits, (_username, options.Username), (_password, options.Password));
        Definition.Validate();
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var user = request.Require(_username).Reveal();
        var password = request.Require(_password).Reveal();
        _ = request.Place(_password, () => Checked(password, "password"));
        return new(new Acquired(request.Compose([request.Place(_username, () => Header(Checked(user, "user name"), password))])));
    }

    private static string Checked(string value, string what) =>
        value.Any(char.IsControl) ? throw new ArgumentException($"A {what} has no control characters (RFC 7617, section 2).", nameof(value)) : value;

    private CredentialField Header(string user, string password)
    {
        if (!user.EndsWith(_suffix, StringComparison.Ordinal))
        {
            user += _suffix;
        }

        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user name has no colon (RFC 7617, section 2).", nameof(user));
        }

        return CredentialField.Header("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }
}
