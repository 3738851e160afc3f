namespace AuthProfiles.Templates;

/// <summary>A parsed template of either kind: its text, its values' places, and how it becomes a string.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class TemplateBody(string text, TemplateName[] slots, TemplatePart[] parts, TemplateNames owner, int limit)
{
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

        var output = new CharBuffer(stackalloc char[256]);
        try
        {
            foreach (ref readonly var part in Parts.AsSpan())
            {
                output.Append(Text.AsSpan(part.Start, part.Length));
                if (part.Place is not null)
                {
                    Write(values[part.Slot], part, ref output);
                }
            }

            return output.Length <= limit ? output.ToString() : throw Owner.TooLong(limit);
        }
        finally
        {
            output.Dispose();
        }
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

    private void Write(string? value, in TemplatePart part, ref CharBuffer output)
    {
        var place = part.Place!;
        if (string.IsNullOrEmpty(value))
        {
            throw Owner.Absent(Slots[part.Slot]);
        }

        var fault = value.Length > limit ? "it is too long" : place.FaultOf(value);
        if (fault is not null)
        {
            throw Owner.Refused(Slots[part.Slot], place, fault, value);
        }

        place.Write(value, ref output);
    }
}
