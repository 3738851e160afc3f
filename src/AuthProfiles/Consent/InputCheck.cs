using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using AuthProfiles.Profiles;

namespace AuthProfiles.Consent;

/// <summary>Holds what an owner gave to the descriptions of the profile's fields, and tells all that is wrong at once, never a value.</summary>
/// <param name="definition">The profile.</param>
/// <param name="request">The request that is made with the inputs.</param>
internal sealed class InputCheck(ProfileDefinition definition, CredentialRequest request)
{
    private readonly List<string> _faults = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public bool HasFaults => _faults.Count > 0;

    private ConnectionName Name { get; } = request.Connection.Key.Name;

    /// <summary>Looks at what was given: each must be a field, its owner's to give, and fit.</summary>
    public void Given(IEnumerable<KeyValuePair<string, SecretValue>> inputs)
    {
        string[] known = [.. definition.AdditionalFields.Select(static field => field.Key)];
        foreach (var (key, _) in inputs)
        {
            if (!known.Contains(key, StringComparer.Ordinal))
            {
                Add(key, $"no field of the profile is called '{Printable.Escape(key)}'{Suggestion.For(key, known)}".TrimEnd('.', '?'));
            }
            else if (request.Connection.Key.User is not null && definition.IsOfApplication(key))
            {
                // A user who names another client would be sent to it in the application's name.
                var setting = ProfileDefinition.SettingOf(key);
                Add(key, $"{setting} belongs to the application, and no user gives it: leave '{key}' out of the inputs, and set {definition.Section.ShownKey(setting)}");
            }
            else if (definition.ConnectionMode == ConnectionMode.UserAuthorized && request.Connection.Key.User is null && !definition.IsOfApplication(key))
            {
                Add(key, $"{ProfileDefinition.SettingOf(key)} is a user's to give: leave '{key}' out of the inputs, or name the user");
            }
        }

        // Reading brings a value into its form.
        foreach (var key in known)
        {
            Try(key, () => request.Read(key));
        }
    }

    /// <summary>Looks whether fields have values that must have one.</summary>
    public void Needed(IEnumerable<AdditionalField> fields)
    {
        foreach (var field in fields.Where(field => !field.Optional && !_told.Contains(field.Key) && request.Read(field.Key) is null))
        {
            Add(field.Key, $"{ProfileDefinition.SettingOf(field.Key)} is missing: give it with the inputs, as '{field.Key}'");
        }
    }

    /// <summary>Looks whether the service's address can be made of the values.</summary>
    public void Address()
    {
        if (!HasFaults)
        {
            Try(nameof(ProfileOptions.BaseUrl), () =>
            {
                request.CheckAddress();
                return null;
            });
        }
    }

    /// <summary>Throws if anything is wrong.</summary>
    /// <exception cref="AuthorizationException">Something is; the message names all of it.</exception>
    public void Throw()
    {
        if (HasFaults)
        {
            throw new AuthorizationException(AuthorizationErrorKind.InvalidValue, definition.Name, string.Join(Environment.NewLine, _faults)) { Tenant = Name.Tenant, User = Name.User };
        }
    }

    private void Add(string key, string what)
    {
        _told.Add(key);
        _faults.Add(definition.Sentence(Name, what));
    }

    private void Try(string key, Func<SecretValue?> read)
    {
        try
        {
            read();
        }
        catch (AuthorizationException error)
        {
            _told.Add(key);
            _faults.Add(error.Message);
        }
    }
}
