using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.Injection;

/// <summary>The tree of members that a credential's body fields set, with every value already written as JSON.</summary>
internal sealed class JsonPlan
{
    private readonly (CredentialField Field, string Reason)? _fault;
    private readonly JsonTarget? _root;

    public JsonPlan(ImmutableArray<CredentialField> fields)
    {
        try
        {
            _root = Build(string.Empty, [.. fields.Select(static field => (field, Segments(field)))], depth: 0);
        }
        catch (PlanException e)
        {
            _fault = (e.Field, e.Message);
        }
    }

    /// <summary>Gets how many targets there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the body's own object, above all targets.</summary>
    public JsonTarget Root(InjectionRules rules) =>
        _root ?? throw Refusal.Because(rules, _fault!.Value.Field, _fault.Value.Reason, "Correct the field's key.");

    // RFC 6901, section 4: first ~1, then ~0.
    private static string[] Segments(CredentialField field)
    {
        if (field.Key[0] != '/')
        {
            return [field.Key];
        }

        var escapes = field.Key.Replace("~0", string.Empty, StringComparison.Ordinal).Replace("~1", string.Empty, StringComparison.Ordinal);
        return escapes.Contains('~', StringComparison.Ordinal)
            ? throw new PlanException(field, "the JSON Pointer has a '~' that is neither ~0 nor ~1")
            : [.. field.Key[1..].Split('/').Select(static name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
    }

    private static void WriteValue(Utf8JsonWriter writer, CredentialField field)
    {
        var text = field.Value.Reveal();
        switch (field.ValueType)
        {
            case PayloadValueType.Number:
                writer.WriteRawValue(text);
                break;
            case PayloadValueType.Boolean:
                writer.WriteBooleanValue(string.Equals(text, "true", StringComparison.Ordinal));
                break;
            default:
                writer.WriteStringValue(text);
                break;
        }
    }

    private JsonTarget Build(string name, List<(CredentialField Field, string[] Path)> entries, int depth)
    {
        var leaf = entries.Find(entry => entry.Path.Length == depth).Field;
        if (leaf is not null && entries.Count > 1)
        {
            throw new PlanException(leaf, "another field of the credential goes to the same member or below it");
        }

        var id = Count++;
        var children = leaf is not null
            ? []
            : entries.GroupBy(entry => entry.Path[depth], StringComparer.Ordinal).Select(group => Build(group.Key, [.. group], depth + 1)).ToArray();

        var member = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(member, new() { SkipValidation = true }))
        {
            writer.WritePropertyName(name);
            writer.Flush();
            var valueStart = member.WrittenCount;
            if (leaf is not null)
            {
                WriteValue(writer, leaf);
            }
            else
            {
                // A member of a new object has no neighbour behind the last one.
                writer.WriteRawValue([.. "{"u8, .. children.SelectMany(static child => child.Member.ToArray()).SkipLast(1), .. "}"u8], skipInputValidation: true);
            }

            writer.Flush();
            return new(id, name, Encoding.UTF8.GetBytes(name), leaf, children, [.. member.WrittenSpan, (byte)','], valueStart);
        }
    }

    private sealed class PlanException(CredentialField field, string message) : Exception(message)
    {
        public CredentialField Field => field;
    }
}
