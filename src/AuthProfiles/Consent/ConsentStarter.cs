using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles.Consent;

/// <summary>Begins the consents of one profile.</summary>
internal sealed class ConsentStarter(CredentialSource source, IAuthorizationStateStore states)
{
    private const int LongestContext = 2000;

    private readonly ProfileDefinition _definition = source.Profile.Definition;

    /// <summary>Begins a consent whose owner comes back to a page of the application.</summary>
    /// <exception cref="AuthorizationException">The profile asks for no such consent, or a value is missing or wrong.</exception>
    public Task<CodeRequest> StartAsync(ConnectionName name, StartOptions options, CancellationToken cancellationToken)
    {
        var flow = source.Profile.Consent as CodeFlow ?? throw NoBrowser(name);
        return options.Context is { Length: > LongestContext }
            ? throw _definition.Failure(name, AuthorizationErrorKind.InvalidValue, $"the context is longer than {LongestContext} characters")
            : StartAsync(flow, name, FindLink(flow, name, options.CallbackLink), options.Inputs, options.Context, cancellationToken);
    }

    /// <summary>Begins a consent whose owner comes back to an address that is known to be good.</summary>
    /// <exception cref="AuthorizationException">A value is missing or wrong.</exception>
    public async Task<CodeRequest> StartAsync(CodeFlow flow, ConnectionName name, Uri link, IEnumerable<KeyValuePair<string, SecretValue>> inputs, string? context, CancellationToken cancellationToken)
    {
        var draft = await ConnectionDraft.CreateAsync(source, name, inputs, cancellationToken).ConfigureAwait(false);
        var begun = await flow.StartAsync(draft.Request, link, cancellationToken).ConfigureAwait(false);
        var pending = begun.Pending with { Inputs = draft.Connection.Inputs, Context = context };
        await states.SaveAsync(pending, cancellationToken).ConfigureAwait(false);
        return begun with { Pending = pending };
    }

    /// <summary>Makes the error for a profile that nobody consents to.</summary>
    public static AuthorizationException NoConsent(ProfileDefinition definition, ConnectionName name) => definition.Failure(
        name,
        AuthorizationErrorKind.Configuration,
        $"nobody's consent is asked for: its authorization type is {definition.AuthorizationType}. Give its values under {definition.Section.ShownPath}, or declare the profile with AddAuthorizationCode");

    private AuthorizationException NoBrowser(ConnectionName name) => source.Profile.Consent is null
        ? NoConsent(_definition, name)
        : _definition.Failure(name, AuthorizationErrorKind.Configuration, "it is authorized on another device: use LogInAsync");

    private Uri FindLink(CodeFlow flow, ConnectionName name, Uri? given)
    {
        if (given is null)
        {
            return flow.CallbackLink ?? throw _definition.Failure(
                name,
                AuthorizationErrorKind.Configuration,
                $"it is not known where the provider sends people back to. Set {_definition.Section.ShownKey(nameof(AuthorizationCodeOptions.RedirectUri))}, or give StartOptions.CallbackLink");
        }

        if (RedirectAddress.Parse(given.OriginalString) is not { } link)
        {
            throw _definition.Failure(name, AuthorizationErrorKind.InvalidValue, $"StartOptions.CallbackLink is not valid. Set it to {RedirectAddress.Allowed}");
        }

        return flow.CallbackLink is null || string.Equals(flow.CallbackLink.OriginalString, link.OriginalString, StringComparison.Ordinal)
            ? link
            : throw _definition.Failure(
                name,
                AuthorizationErrorKind.InvalidValue,
                $"StartOptions.CallbackLink is not the address that is registered. Leave it out, or set it to {_definition.Section.ShownKey(nameof(AuthorizationCodeOptions.RedirectUri))}, byte for byte");
    }
}
