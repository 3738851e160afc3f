using System.Text.Json;

namespace AuthProfiles.Injection;

/// <summary>Sets members of a JSON object (RFC 8259). Every byte that is not a value of ours stays as it is: numbers, order, escapes, white space.</summary>
internal sealed class JsonPayload : IPayloadFormat
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public Splice? Edit(ReadOnlySpan<byte> body, PayloadPlan plan, InjectionRules rules)
    {
        if (body.IsEmpty)
        {
            throw Refusal.Because(rules, plan.Fields[0], "the body is empty", "Send a JSON object, '{}' if there is nothing to say.");
        }

        try
        {
            // A byte order mark is the caller's own business; a reader may ignore it (RFC 8259, section 8.1).
            return body.StartsWith(ByteOrderMark)
                ? JsonScan.Find(body[ByteOrderMark.Length..], plan.Json, rules)?.Moved(ByteOrderMark.Length)
                : JsonScan.Find(body, plan.Json, rules);
        }
        catch (JsonException)
        {
            // Without the cause: it quotes the body.
            throw Refusal.Because(rules, plan.Fields[0], "the body says that it is JSON and is not", "Send valid JSON in UTF-8.");
        }
        catch (InvalidOperationException)
        {
            // The reader's word for an escaped text that it would have to compare and that is none. One that nobody looks at stays.
            throw Refusal.Because(rules, plan.Fields[0], "the body has half a character (a lone surrogate) where its member may be", "Send Unicode text.");
        }
    }
}
