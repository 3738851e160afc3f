using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AuthProfiles.Injection;

/// <summary>Remembers what clients are bound to, as long as they live.</summary>
internal static class ClientBindings
{
    private static readonly ConditionalWeakTable<HttpClient, ClientBinding> Bindings = [];

    public static void Add(HttpClient client, ClientBinding binding) => Bindings.Add(client, binding);

    /// <summary>Returns what a client is bound to.</summary>
    /// <exception cref="AuthorizationException">It has no profile.</exception>
    public static ClientBinding Require(HttpClient client) => TryGet(client, out var binding)
        ? binding
        : throw new AuthorizationException(
            AuthorizationErrorKind.Configuration,
            profile: string.Empty,
            "This HttpClient has no authorization profile. Let the factory make it (AddHttpClient(…).AddAuthorizationProfile(name)), or call CreateHttpClient on the profile.");

    private static bool TryGet(HttpClient client, [NotNullWhen(true)] out ClientBinding? binding)
    {
        binding = (client as ViewClient)?.Binding;
        return binding is not null || Bindings.TryGetValue(client, out binding);
    }
}
