using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Reads what all records share: their id, address and times. A member that is none of these is kept as unknown.</summary>
internal struct RecordHead
{
    private long? _id;
    private UnknownMembers _others;

    public string? Url { get; private set; }

    public DateTimeOffset? CreatedAt { get; private set; }

    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Reads a member that the record's own reader does not know.</summary>
    public void Read(ReadOnlySpan<byte> name, ref JsonSource json)
    {
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("id"u8):
                _id = json.Int64();
                break;
            case 3 when name.SequenceEqual("url"u8):
                Url = json.Text();
                break;
            case 10 when name.SequenceEqual("created_at"u8):
                CreatedAt = json.Time();
                break;
            case 10 when name.SequenceEqual("updated_at"u8):
                UpdatedAt = json.Time();
                break;
            default:
                json.Unknown(ref _others);
                break;
        }
    }

    /// <summary>Returns the id.</summary>
    /// <param name="what">What has it, as a sentence begins: "A brand".</param>
    /// <exception cref="JsonException">The record has none.</exception>
    public readonly long Id(string what) => _id ?? throw new JsonException($"{what} has no id.");

    /// <summary>Returns the members without a property.</summary>
    public readonly IReadOnlyDictionary<string, JsonElement> Others() => _others.ToMembers();
}
