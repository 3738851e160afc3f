using System.Buffers;
using System.Text;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.Templates;

/// <summary>A whole host: a public DNS name, or one under a declared domain.</summary>
internal sealed class HostNamePlace : Place
{
    private readonly string[] _suffixes;

    public HostNamePlace(IEnumerable<string> suffixes)
        : base(TemplatePosition.Host)
    {
        _suffixes = [.. suffixes];
        foreach (var suffix in _suffixes)
        {
            if (HostName.FaultOf(suffix) is not null)
            {
                throw new ArgumentException($"'{Printable.Escape(suffix)}' is no DNS name of two or more labels.", nameof(suffixes));
            }
        }
    }

    public override string Expected => Named + ", without port";

    /// <summary>Gets what a host should be.</summary>
    public string Named => _suffixes.Length == 0
        ? "a public host name of two or more labels"
        : "a host name under " + string.Join(" or ", _suffixes);

    public override string? FaultOf(ReadOnlySpan<char> value)
    {
        if (HostName.FaultOf(value) is { } fault)
        {
            return fault;
        }

        if (_suffixes.Length == 0)
        {
            return HostName.IsSpecialUse(value) ? "its top-level name is not public" : null;
        }

        foreach (var suffix in _suffixes)
        {
            if (HostName.IsUnder(value, suffix))
            {
                return null;
            }
        }

        return "it is under none of the allowed domains";
    }

    public override bool TryWrite(ReadOnlySpan<char> value, Span<char> destination, out int written) =>
        Ascii.ToLower(value, destination, out written) == OperationStatus.Done;
}
