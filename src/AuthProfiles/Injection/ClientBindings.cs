using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AuthProfiles.Injection;

/// <summary>Remembers what clients are bound to, as long as they live.</summary>
internal static class ClientBindings
{
    private static readonly ConditionalWeakTable<HttpClient, ClientBinding> Bindings = [];

    public static void Add(HttpClient client, ClientBinding binding) => Bindings.Add(client, binding);

    public static bool TryGet(HttpClient client, [NotNullWhen(true)] out ClientBinding? binding)
    {
        binding = (client as ViewClient)?.Binding;
        return binding is not null || Bindings.TryGetValue(client, out binding);
    }
}
