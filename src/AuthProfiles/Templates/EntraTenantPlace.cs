using System.Buffers;
using System.Text;

namespace AuthProfiles.Templates;

/// <summary>An Entra tenant: a GUID, a verified domain, or a word for many directories where that is allowed.</summary>
internal sealed class EntraTenantPlace(TemplatePosition position, bool allowsShared) : Place(position)
{
    public override string Expected => allowsShared
        ? "the directory's GUID, a verified domain, or common, organizations or consumers"
        : "the directory's GUID or a verified domain";

    public override string? FaultOf(ReadOnlySpan<char> value)
    {
        if (GuidText.IsGuid(value))
        {
            return null;
        }

        if (IsShared(value))
        {
            return allowsShared ? null : "it names no single directory, which client credentials need";
        }

        return HostName.FaultOf(value);
    }

    public override bool TryWrite(ReadOnlySpan<char> value, Span<char> destination, out int written) =>
        Ascii.ToLower(value, destination, out written) == OperationStatus.Done;

    private static bool IsShared(ReadOnlySpan<char> value) =>
        value.Equals("common", StringComparison.OrdinalIgnoreCase)
        || value.Equals("organizations", StringComparison.OrdinalIgnoreCase)
        || value.Equals("consumers", StringComparison.OrdinalIgnoreCase);
}
