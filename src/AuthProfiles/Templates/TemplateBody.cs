using System.Buffers;

namespace AuthProfiles.Templates;

/// <summary>A parsed template of either kind: its text, its values' places, and how it becomes a string.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class TemplateBody(string text, TemplateName[] slots, TemplatePart[] parts, TemplateNames owner, int limit)
{
    // Most addresses fit; a longer buffer on the stack costs all of them the time to clear it.
    private const int UsualLength = 256;

    public string Text { get; } = text;

    public TemplateName[] Slots { get; } = slots;

    public TemplatePart[] Parts { get; } = parts;

    public TemplateNames Owner { get; } = owner;

    public bool HasTenant => Array.Exists(Slots, static slot => !slot.IsField);

    public string Expand(ReadOnlySpan<string?> values)
    {
        CheckCount(values);
        if (Slots.Length == 0)
        {
            return Text;
        }

        Span<char> buffer = stackalloc char[UsualLength];
        return TryWrite(values, buffer, out var written) ? new(buffer[..written]) : ExpandLong(values);
    }

    /// <summary>Asks for each value once, in the order of <see cref="Slots"/>.</summary>
    public string?[] Find(Func<TemplateName, string?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return Array.ConvertAll(Slots, slot => find(slot));
    }

    public void CheckCount(ReadOnlySpan<string?> values)
    {
        if (values.Length != Slots.Length)
        {
            throw new ArgumentException($"The template has {Slots.Length} names and was given {values.Length} values: give one for each of Names, in their order.", nameof(values));
        }
    }

    private bool TryWrite(ReadOnlySpan<string?> values, Span<char> destination, out int written)
    {
        written = 0;
        foreach (ref readonly var part in Parts.AsSpan())
        {
            if (!Text.AsSpan(part.Start, part.Length).TryCopyTo(destination[written..]))
            {
                return false;
            }

            written += part.Length;
            if (part.Place is not null)
            {
                if (!TryWrite(values[part.Slot], part, destination[written..], out var length))
                {
                    return false;
                }

                written += length;
            }
        }

        return true;
    }

    private bool TryWrite(string? value, in TemplatePart part, Span<char> destination, out int written)
    {
        var place = part.Place!;
        if (place.IsPlain(value))
        {
            written = value!.Length;
            return value.TryCopyTo(destination);
        }

        Check(value, part);
        return place.TryWrite(value, destination, out written);
    }

    private string ExpandLong(ReadOnlySpan<string?> values)
    {
        var rented = ArrayPool<char>.Shared.Rent(limit);
        try
        {
            return TryWrite(values, rented.AsSpan(0, limit), out var written) ? new(rented, 0, written) : throw Owner.TooLong(limit);
        }
        finally
        {
            // The values may be secrets; the next renter must not find them.
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    private void Check(string? value, in TemplatePart part)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw Owner.Absent(Slots[part.Slot]);
        }

        var place = part.Place!;
        var fault = value.Length > limit ? "it is too long" : place.FaultOf(value);
        if (fault is not null)
        {
            throw Owner.Refused(Slots[part.Slot], place, fault, value);
        }
    }
}
