using System.Buffers;
using System.Text;

namespace AuthProfiles.Injection;

/// <summary>Sets fields of an <c>application/x-www-form-urlencoded</c> body; every other byte stays as it is.</summary>
internal sealed class FormPayload : IPayloadFormat
{
    public Splice? Edit(ReadOnlySpan<byte> body, PayloadPlan plan, InjectionRules rules)
    {
        if (!Ascii.IsValid(body))
        {
            throw Refusal.Because(rules, plan.Fields[0], "the form has bytes that are not ASCII", "Percent-encode it.");
        }

        var rented = ArrayPool<char>.Shared.Rent(body.Length);
        try
        {
            var text = rented.AsSpan(0, Encoding.ASCII.GetChars(body, rented));
            var edits = default(SpliceOrder);
            var separated = text.IsEmpty || text[^1] == '&';
            foreach (var field in plan.Fields)
            {
                Edit(ref edits, text, field, rules, ref separated);
            }

            return edits.First;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    private static void Edit(ref SpliceOrder edits, ReadOnlySpan<char> text, CredentialField field, InjectionRules rules, ref bool separated)
    {
        if (field.Key[0] == '/')
        {
            throw Refusal.Because(rules, field, "a JSON Pointer names nothing in a form", "Name the form's field.");
        }

        var pairs = EncodedPairs.Find(text, field.Key, field.Value.Reveal());
        var pair = field.EncodePair();
        if (pairs.Found is null)
        {
            var appended = separated ? pair : "&" + pair;
            separated = false;
            edits.Add(new(text.Length, 0, Encoding.ASCII.GetBytes(appended)));
            return;
        }

        if (pairs.IsEqual || !Refusal.Replaces(rules, field))
        {
            return;
        }

        // The first pair of the name becomes ours, the others go, each with the separator before it.
        var first = pairs.Found[0];
        edits.Add(new(first.Start.Value, first.End.Value - first.Start.Value, Encoding.ASCII.GetBytes(pair)));
        foreach (var other in pairs.Found.Skip(1))
        {
            edits.Add(new(other.Start.Value - 1, other.End.Value - other.Start.Value + 1, default));
        }
    }
}
