using System.Collections.Immutable;
using AuthProfiles.Credentials;

namespace AuthProfiles.Profiles;

/// <summary>Makes credentials of a connection's values.</summary>
internal static class CredentialComposer
{
    /// <summary>Makes the credential: the kind's own values, and those of the authorization fields.</summary>
    public static Credential Compose(ProfileDefinition definition, ImmutableArray<FieldTemplate> templates, ConnectionValues values, ReadOnlySpan<CredentialField> own, DateTimeOffset? expiresAt)
    {
        var fields = own.ToArray().ToList();
        foreach (var (field, template) in templates)
        {
            if (values.Expand(template, field.Optional) is { } value)
            {
                fields.Add(Place(definition, values, field.Key, template.Names.Select(static name => name.Name), () => field.Type switch
                {
                    AuthorizationFieldType.Header => CredentialField.Header(field.Key, value),
                    AuthorizationFieldType.Payload => CredentialField.Payload(field.Key, value, field.ValueType),
                    AuthorizationFieldType.QueryString => CredentialField.QueryString(field.Key, value),
                    _ => CredentialField.PathParam(field.Key, value),
                }));
            }
        }

        fields.RemoveAll(field => field.OnlyIfAbsent && fields.Exists(other => other != field && other.IsFor(field)));
        return Place(definition, values, "credential", [], () => new Credential(fields, expiresAt));
    }

    /// <summary>Makes the credential of a grant: its token goes into <c>Authorization: Bearer</c>, or where authorization fields put it.</summary>
    public static Credential Compose(ProfileDefinition definition, ImmutableArray<FieldTemplate> templates, ConnectionValues values, Grant grant)
    {
        var places = PlacesOf(definition, templates);
        CredentialField[] own = places.Length == 0
            ? [CredentialField.Header("Authorization", BearerOf(grant.AccessToken))]
            : Array.Exists(places, static place => place.Field.Type == AuthorizationFieldType.QueryString) ? [CredentialField.NoStore] : [];
        return Compose(definition, templates, values, own, grant.ExpiresAt);
    }

    /// <summary>Says why <c>Authorization: Bearer</c> can't hold a token that goes there, or returns null.</summary>
    public static string? TokenFault(ProfileDefinition definition, ImmutableArray<FieldTemplate> templates, SecretValue token) =>
        PlacesOf(definition, templates).Length == 0 ? FieldRules.HeaderFault("Authorization", BearerOf(token)) : null;

    /// <summary>Runs a step that puts a connection's values into a place, and makes its refusal one of ours, which names the settings that they come from.</summary>
    public static TResult Place<TResult>(ProfileDefinition definition, ConnectionValues values, string field, IEnumerable<string> inputs, Func<TResult> step)
    {
        try
        {
            return step();
        }
        catch (ArgumentException error)
        {
            // The message of the check names place and key, and never the value; the parameter's name is of no use here.
            var text = error.Message.Split(" (Parameter", 2)[0];
            throw definition.Failure(values.Name, AuthorizationErrorKind.InvalidValue, $"{ProfileDefinition.SettingOf(field)}: {text.TrimEnd('.')}{values.CureOf(inputs)}");
        }
    }

    private static string BearerOf(SecretValue token) => "Bearer " + token.Reveal();

    private static FieldTemplate[] PlacesOf(ProfileDefinition definition, ImmutableArray<FieldTemplate> templates) =>
        [.. templates.Where(field => field.Template.Names.Any(name => name.IsField && name.Name == definition.Traits.TokenName))];
}
