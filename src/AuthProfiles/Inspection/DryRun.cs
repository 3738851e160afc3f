using AuthProfiles.Acquisition;
using AuthProfiles.Profiles;

namespace AuthProfiles.Inspection;

/// <summary>Asks a profile for a credential by a client that sends nothing: what it would send, what it lacks and where the credential goes is seen from that.</summary>
internal sealed class DryRun(IAuthorizationProfile profile, TimeProvider clock)
{
    private static readonly SecretValue NoToken = "token";

    private ProfileDefinition Definition => profile.Definition;

    /// <summary>Gets the places that the credential goes into.</summary>
    public IReadOnlyList<InjectedField> Fields { get; private set; } = [];

    /// <summary>Gets the request that was to be sent, or null.</summary>
    public string? Noted { get; private set; }

    /// <summary>Gets why there is no credential to be had, or null.</summary>
    public AuthorizationException? Error { get; private set; }

    /// <summary>Gets a value indicating whether the profile goes nowhere but by the client that it is given: a function of the application, or somebody else's profile, may go anywhere.</summary>
    private bool IsOurs => IsOfOurs(Definition.Traits) || (Definition.Traits.Ways.Length > 0 && Definition.Traits.Ways.All(static way => IsOfOurs(way.Traits)));

    public DryRun Run(ConnectionTarget target)
    {
        Fields = DeclaredFields();
        if (!IsOurs)
        {
            Fields = Definition.Traits.TokenName is null ? Fields : FieldsOfToken(target.Values);
            return this;
        }

        using var handler = new DryRunHandler();
        using var client = new HttpMessageInvoker(handler);
        var acquiring = AcquireAsync(new(Definition, target.Values, () => client, clock, isRenewal: false));
        if (!acquiring.IsCompleted)
        {
            return this;
        }

        switch (acquiring.Exception?.InnerException)
        {
            case null when acquiring.IsCompletedSuccessfully:
#pragma warning disable CA1849 // It is completed: there is nothing to wait for.
                Fields = PlacesOf(acquiring.Result.Credential);
#pragma warning restore CA1849
                break;
            case AuthorizationException error:
                Error = error;
                break;
            case DryRunException:
                Noted = handler.Noted;
                Fields = FieldsOfToken(target.Values);
                break;
        }

        return this;
    }

    public static IReadOnlyList<InjectedField> PlacesOf(Credential credential) => [.. credential.Fields.Select(static field => new InjectedField(field.Type, field.Key))];

    private static bool IsOfOurs(ProfileTraits traits) => !traits.CallsApplication && (traits.AnswersAtOnce || traits.TokenName is not null);

    // What a profile throws before it returns a task belongs into the task as well.
    private async Task<Acquired> AcquireAsync(CredentialRequest request) => await profile.AcquireAsync(request, CancellationToken.None).ConfigureAwait(false);

    // As they are declared: values that only a token answer brings are not there yet.
    private IReadOnlyList<InjectedField> DeclaredFields() => [.. Definition.AuthorizationFields.Select(static field => new InjectedField(field.Type, field.Key))];

    private IReadOnlyList<InjectedField> FieldsOfToken(ConnectionValues values)
    {
        var grant = new Grant { AccessToken = NoToken, ObtainedAt = clock.GetUtcNow() };
        try
        {
            return PlacesOf(Definition.Compose(values.With(grant), grant));
        }
        catch (AuthorizationException)
        {
            return Fields;
        }
    }
}
