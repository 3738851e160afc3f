using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Unicode;

namespace AuthProfiles.OAuth;

/// <summary>The members of a metadata document that matter, read without trust: any bytes end in members or in a fault.</summary>
internal sealed class MetadataMembers
{
    public const string Issuer = "issuer";
    public const string AuthorizationEndpoint = "authorization_endpoint";
    public const string TokenEndpoint = "token_endpoint";
    public const string RevocationEndpoint = "revocation_endpoint";
    public const string DeviceAuthorizationEndpoint = "device_authorization_endpoint";
    public const string GrantTypes = "grant_types_supported";
    public const string CodeChallengeMethods = "code_challenge_methods_supported";
    public const string TokenEndpointAuthMethods = "token_endpoint_auth_methods_supported";
    public const string IssParameter = "authorization_response_iss_parameter_supported";

    private const int MaxDepth = 16;

    // The type that each must have, or be null: a value of another type says something that nobody understands.
    private static readonly FrozenDictionary<string, JsonTokenType> Types = new Dictionary<string, JsonTokenType>(StringComparer.Ordinal)
    {
        [Issuer] = JsonTokenType.String,
        [AuthorizationEndpoint] = JsonTokenType.String,
        [TokenEndpoint] = JsonTokenType.String,
        [RevocationEndpoint] = JsonTokenType.String,
        [DeviceAuthorizationEndpoint] = JsonTokenType.String,
        [GrantTypes] = JsonTokenType.StartArray,
        [CodeChallengeMethods] = JsonTokenType.StartArray,
        [TokenEndpointAuthMethods] = JsonTokenType.StartArray,
        [IssParameter] = JsonTokenType.True,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, object?> _members = new(StringComparer.Ordinal);

    private MetadataMembers()
    {
    }

    /// <summary>Gets why the document can't be relied on, as the end of a sentence, or null.</summary>
    public string? Fault { get; private set; }

    public static MetadataMembers Read(ReadOnlySpan<byte> document)
    {
        var members = new MetadataMembers();
        document = JsonText.WithoutMark(document);

        // The reader looks at a string's bytes only when it is asked for the text.
        if (!Utf8.IsValid(document))
        {
            members.Fault = "it is not UTF-8";
            return members;
        }

        try
        {
            var reader = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = MaxDepth });
            members.ReadObject(ref reader);
        }
        catch (JsonException)
        {
            members.Fault = "it is not JSON, or nested too deeply";
        }

        return members;
    }

    public string? Text(string name) => _members.GetValueOrDefault(name) as string;

    public IReadOnlyList<string>? List(string name) => _members.GetValueOrDefault(name) as IReadOnlyList<string>;

    public bool IsTrue(string name) => _members.GetValueOrDefault(name) is true;

    private void ReadObject(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            Fault = "it is no JSON object";
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // By the unescaped name: "token\u005Fendpoint" is the same member.
            var name = JsonText.OrNull(ref reader);
            reader.Read();
            if (name is not null && Types.TryGetValue(name, out var type))
            {
                Keep(name, type, ref reader);
            }

            reader.Skip();
        }

        // Throws if anything follows the object.
        reader.Read();
    }

    private void Keep(string name, JsonTokenType type, ref Utf8JsonReader reader)
    {
        object? value = reader.TokenType switch
        {
            JsonTokenType.String when type == JsonTokenType.String => JsonText.OrNull(ref reader),
            JsonTokenType.StartArray when type == JsonTokenType.StartArray => ReadTexts(ref reader),
            JsonTokenType.True or JsonTokenType.False when type == JsonTokenType.True => reader.GetBoolean(),
            _ => null,
        };
        if (value is null && reader.TokenType != JsonTokenType.Null)
        {
            Fault ??= $"its '{name}' is of another type";
        }

        if (!_members.TryAdd(name, value))
        {
            Fault ??= $"it has '{name}' twice";
        }
    }

    private static List<string>? ReadTexts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        var areTexts = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String && JsonText.OrNull(ref reader) is { } text)
            {
                texts.Add(text);
            }
            else
            {
                areTexts = false;
                reader.Skip();
            }
        }

        return areTexts ? texts : null;
    }
}
