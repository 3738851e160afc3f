using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AuthProfiles.Credentials;

namespace AuthProfiles.Injection;

/// <summary>The tree of members that a credential's body fields set, with every value already written as JSON.</summary>
internal sealed class JsonPlan
{
    private readonly (CredentialField Field, string Reason)? _fault;
    private readonly JsonTarget? _root;

    public JsonPlan(ImmutableArray<CredentialField> fields)
    {
        var entries = fields.Select(static field => (Field: field, Path: Segments(field))).ToList();
        _fault = Fault(entries);
        _root = _fault is null ? Build(string.Empty, entries, depth: 0) : null;
    }

    /// <summary>Gets how many targets there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the body's own object, above all targets.</summary>
    public JsonTarget Root(InjectionRules rules) =>
        _root ?? throw Refusal.Because(rules, _fault!.Value.Field, _fault.Value.Reason, "Correct the field's key.");

    private static string[] Segments(CredentialField field) => field.Key[0] == '/' ? JsonPointer.Segments(field.Key) : [field.Key];

    private static (CredentialField Field, string Reason)? Fault(List<(CredentialField Field, string[] Path)> entries)
    {
        foreach (var (field, path) in entries)
        {
            if (field.Key[0] == '/' && JsonPointer.Fault(field.Key) is { } fault)
            {
                return (field, fault);
            }

            if (entries.Exists(other => other.Field != field && other.Path.AsSpan().StartsWith(path)))
            {
                return (field, "another field of the credential goes to the same member or below it");
            }
        }

        return null;
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
}
