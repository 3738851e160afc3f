using System.Buffers;
using System.Text;

namespace AuthProfiles.Templates;

/// <summary>A host label, or the part of one that stands between literal text. The whole label is checked: <c>x{part}</c> could else become <c>xn--…</c>.</summary>
internal sealed class HostLabelPlace(string before, string after) : Place(TemplatePosition.HostLabel, before.Length + after.Length == 0 ? PlainLabel : null)
{
    // Without hyphens, of which the position matters.
    private static readonly PlainText PlainLabel = new("0123456789abcdefghijklmnopqrstuvwxyz", shortest: 1, HostLabel.Longest);

    private readonly int _literal = before.Length + after.Length;

    /// <summary>Gets the place of a label that is nothing but the value.</summary>
    public static HostLabelPlace Whole { get; } = new(string.Empty, string.Empty);

    public override string Expected => "one host label: ASCII letters, digits and hyphens, at most 63, such as 'acme'";

    public override string? FaultOf(ReadOnlySpan<char> value)
    {
        if (_literal == 0)
        {
            return HostLabel.FaultOf(value);
        }

        var length = _literal + value.Length;
        if (length > HostLabel.Longest)
        {
            return "it makes a host label of more than 63 characters";
        }

        Span<char> label = stackalloc char[HostLabel.Longest];
        before.CopyTo(label);
        value.CopyTo(label[before.Length..]);
        after.CopyTo(label[(before.Length + value.Length)..]);
        return HostLabel.FaultOf(label[..length]);
    }

    public override bool TryWrite(ReadOnlySpan<char> value, Span<char> destination, out int written) =>
        Ascii.ToLower(value, destination, out written) == OperationStatus.Done;
}
