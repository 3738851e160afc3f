using System.Globalization;

namespace AuthProfiles.Injection;

/// <summary>A member that a credential sets, or an object or array on the way to one.</summary>
internal sealed class JsonTarget(int id, string name, byte[] encodedName, CredentialField? leaf, JsonTarget[] children, byte[] member, int valueStart)
{
    private readonly bool _isPlain = name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.');

    /// <summary>Gets the number by which a scan notes that it has met this target.</summary>
    public int Id => id;

    /// <summary>Gets the member's name in UTF-8, unescaped.</summary>
    public ReadOnlySpan<byte> Name => encodedName;

    /// <summary>Gets the name as an array's index (RFC 6901, section 4), or -1 if it is none.</summary>
    public int Index { get; } =
        name.Length is > 0 and < 10 && name.All(char.IsAsciiDigit) && (name.Length == 1 || name[0] != '0') ? int.Parse(name, CultureInfo.InvariantCulture) : -1;

    /// <summary>Gets the field whose value goes here, or null on the way to one.</summary>
    public CredentialField? Field => leaf;

    /// <summary>Gets what is set below this target.</summary>
    public ReadOnlySpan<JsonTarget> Children => children;

    /// <summary>Gets name, value and the comma behind, ready to be put in front of another member.</summary>
    public ReadOnlyMemory<byte> Member => member;

    public ReadOnlyMemory<byte> Value => member.AsMemory(valueStart..^1);

    private ReadOnlySpan<byte> QuotedName => member.AsSpan(0, valueStart - 1);

    /// <summary>Says whether no member of a body can be one of the children. False says nothing.</summary>
    /// <remarks>A name of letters, digits and the like is spelt as it is, or with <c>\u</c> (RFC 8259, section 7).</remarks>
    public bool IsSurelyAbsentFrom(ReadOnlySpan<byte> body)
    {
        foreach (var child in children)
        {
            if (!child._isPlain || body.IndexOf(child.QuotedName) >= 0)
            {
                return false;
            }
        }

        // Most bodies have no backslash at all, which is found out faster.
        return body.IndexOf((byte)'\\') < 0 || body.IndexOf("\\u"u8) < 0;
    }

    /// <summary>Gets a field that is set here or below, for messages.</summary>
    public CredentialField AnyField => leaf ?? children[0].AnyField;
}
