namespace AuthProfiles.Injection;

/// <summary>Puts fields of one place on a request.</summary>
/// <remarks>
/// What goes out is a function of the request as it stands and of the field, so an injector whose value depends on the
/// finished request (a signature) has all that it needs when it runs last. Injecting what is already there changes nothing.
/// Implementations are stateless and thread-safe.
/// </remarks>
internal interface IInjector
{
    /// <summary>Puts a field on the request and returns the way back, or null if nothing changed. A refused request is unchanged.</summary>
    IUndo? Inject(HttpRequestMessage request, CredentialField field, InjectionRules rules);
}
