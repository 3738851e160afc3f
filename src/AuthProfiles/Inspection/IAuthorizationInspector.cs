namespace AuthProfiles;

/// <summary>Says what profiles would do and what is wrong with them, without sending anything.</summary>
/// <remarks>Registered as a singleton by <c>AddAuthProfiles</c>. Implementations are thread-safe.</remarks>
public interface IAuthorizationInspector
{
    /// <summary>Checks all profiles, declared in code or in settings, and all connections in the settings, at once.</summary>
    /// <remarks>
    /// Start-up finds what keeps profiles from being made, and looks for unknown keys in the first 200 sections; this looks at all of
    /// them, at each connection's values, and at what works and should be mended. It walks over all settings many times: for tests,
    /// tools and start-up, not for requests.
    /// </remarks>
    /// <returns>The findings, in the order of the profiles' names; empty where nothing is wrong. None holds a value.</returns>
    IReadOnlyList<SettingFinding> Lint();

    /// <summary>Says which connection, origin and places a request would use by a profile if it were sent now, and what is missing.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="request">The request, its address absolute, or relative to the profile's base address. It is left as it is.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <returns>The explanation. What is wrong with the connection is in it, not an exception.</returns>
    /// <exception cref="AuthorizationException">The profile is declared by nobody or can't be made, or a name is not valid.</exception>
    RequestExplanation Explain(string profile, HttpRequestMessage request, string? tenant = null, string? user = null);

    /// <summary>Explains a request by every profile, and every connection in settings or code, whose credential may go to its address.</summary>
    /// <param name="request">The request, its address absolute. It is left as it is.</param>
    /// <returns>The explanations, the longest base address that the request's lies below first; empty where no credential may go there.</returns>
    /// <exception cref="ArgumentException">The request has no absolute address.</exception>
    IReadOnlyList<RequestExplanation> ExplainAll(HttpRequestMessage request);
}
