using AuthProfiles.Acquisition;
using AuthProfiles.Verification;

namespace AuthProfiles.DependencyInjection;

/// <summary>The names of the factory clients that are ours: for token requests and for probes, each once plain and once for each primary handler that profiles name.</summary>
internal static class OwnClient
{
    private static readonly string[] Kinds = [TokenClient.Name, ProbeClient.Name];

    /// <summary>Returns the name of one of ours that goes by the primary handler of a client of the application, or by its own.</summary>
    public static string NameOf(string kind, string? primary) => primary is null ? kind : $"{kind}:{primary}";

    public static bool Is(string name) => Kinds.Contains(name, StringComparer.Ordinal) || PrimaryOf(name) is not null;

    /// <summary>Returns the client whose primary handler one of ours goes by, or null.</summary>
    public static string? PrimaryOf(string name)
    {
        var kind = Kinds.FirstOrDefault(kind => name.Length > kind.Length && name[kind.Length] == ':' && name.StartsWith(kind, StringComparison.Ordinal));
        return kind is null ? null : name[(kind.Length + 1)..];
    }
}
