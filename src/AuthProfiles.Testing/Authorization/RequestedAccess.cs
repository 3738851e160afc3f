namespace AuthProfiles.Testing.Authorization;

/// <summary>What a client asks for, wherever it asks.</summary>
internal static class RequestedAccess
{
    /// <summary>Says what is wrong with it, or null.</summary>
    public static (string Error, string Description)? Fault(CallingClient client, IReadOnlyList<string> scopes, IReadOnlyList<string> resources)
    {
        if (!client.May(scopes))
        {
            return ("invalid_scope", "The client may not ask for this scope.");
        }

        return resources.All(static resource => Uri.TryCreate(resource, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0)
            ? null
            : ("invalid_target", "A resource is no absolute address without a fragment (RFC 8707, section 2).");
    }
}
