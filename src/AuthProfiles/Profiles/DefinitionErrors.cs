using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.Profiles;

/// <summary>The errors about a profile's connections: each names the profile, the connection and what to do.</summary>
internal static class DefinitionErrors
{
    public static string Sentence(this ProfileDefinition definition, ConnectionName name, string what) => $"{name.Describe(Printable.Escape(definition.Name))}: {what}.";

    public static AuthorizationException Failure(this ProfileDefinition definition, ConnectionName name, AuthorizationErrorKind kind, string what, Exception? cause = null, bool isTransient = false) =>
        new(kind, definition.Name, definition.Sentence(name, what), cause) { Tenant = name.Tenant, User = name.User, IsTransient = isTransient };

    /// <summary>Makes the error for an exception of the profile's own, which may quote what it was working with: its type is all that is told.</summary>
    public static AuthorizationException Failed(this ProfileDefinition definition, ConnectionName name, Exception error) =>
        definition.Failure(name, AuthorizationErrorKind.Configuration, $"the profile failed with {error.GetType().Name}");

    /// <summary>Makes the error for a connection whose owner must authorize it, and says how that is begun.</summary>
    public static AuthorizationRequiredException AuthorizationRequired(this ProfileDefinition definition, ConnectionName name, string what, string? errorCode = null, int? statusCode = null) =>
        new(definition.Name, definition.Sentence(name, definition.Traits.AsksConsent ? $"{what}. Ask for consent: {definition.ConsentCall(name)}" : what))
        {
            Tenant = name.Tenant,
            User = name.User,
            ErrorCode = errorCode,
            StatusCode = statusCode,
            CanConsent = definition.Traits.AsksConsent,
        };

    /// <summary>Refuses a connection that the profile serves nobody by: another's than its mode says, or none where it can't do without.</summary>
    public static void RequireServed(this ProfileDefinition definition, ConnectionName name)
    {
        if (definition.ConnectionMode != ConnectionMode.Any)
        {
            definition.RequireMode(name);
        }

        if (name.IsOwn && definition.IsTenanted)
        {
            var own = definition.TenantField is null ? string.Empty : $", or set {definition.Section.ShownKey(ProfileDefinition.SettingOf(definition.TenantField))} for the developer's own connection";
            throw definition.Failure(name, AuthorizationErrorKind.UnknownConnection, $"its address depends on the tenant, and the request names none. Name one: http.For(tenant){own}");
        }
    }

    private static void RequireMode(this ProfileDefinition definition, ConnectionName name)
    {
        if (definition.ConnectionMode == ConnectionMode.PreAuthorized && name.User is not null)
        {
            throw definition.Failure(name, AuthorizationErrorKind.UnknownConnection, $"it is pre-authorized and serves no user: leave the user out, or set {definition.Section.ShownKey(nameof(ProfileOptions.ConnectionMode))} to {nameof(ConnectionMode.Any)}");
        }

        if (definition.ConnectionMode == ConnectionMode.UserAuthorized && name.User is null)
        {
            var tenant = name.Tenant is null ? string.Empty : $"\"{Printable.Escape(name.Tenant)}\", ";
            throw definition.Failure(name, AuthorizationErrorKind.UnknownConnection, $"users authorize it, and no user is named: name the user, .For({tenant}user: ...), or set {definition.Section.ShownKey(nameof(ProfileOptions.ConnectionMode))} to {nameof(ConnectionMode.Any)}");
        }
    }

    private static string ConsentCall(this ProfileDefinition definition, ConnectionName name) => definition.Traits.ConsentsOnDevice
        ? $"connections.LogInAsync({definition.Arguments(name)})"
        : $"connections.StartAsync({definition.Arguments(name)}), or LogInAsync in a program without web pages";

    private static string Arguments(this ProfileDefinition definition, ConnectionName name)
    {
        var tenant = name.Tenant is null ? string.Empty : $", tenant: \"{Printable.Escape(name.Tenant)}\"";
        var user = name.User is null ? string.Empty : $", user: \"{Printable.Escape(name.User)}\"";
        return $"\"{Printable.Escape(definition.Name)}\"{tenant}{user}";
    }
}
