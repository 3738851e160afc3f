using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AuthProfiles.OAuth;

/// <summary>Reads a JSON answer without trust: any bytes end in values or in a fault.</summary>
internal static class JsonAnswer
{
    private const int MaxDepth = 16;

    public static TokenMembers Read(ReadOnlySpan<byte> body, AnswerPlace root)
    {
        body = JsonText.WithoutMark(body);

        // The reader looks at a string's bytes only when it is asked for the text.
        if (!Utf8.IsValid(body))
        {
            return TokenMembers.NotRead("it is not UTF-8");
        }

        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            if (!reader.Read() || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                return TokenMembers.NotRead("it is no JSON object");
            }

            var members = new TokenMembers();
            ReadInside(ref reader, root, members);

            // Throws if anything follows.
            reader.Read();
            return members;
        }
        catch (JsonException)
        {
            return TokenMembers.NotRead("it is not JSON, or nested too deeply");
        }
    }

    private static void ReadValue(ref Utf8JsonReader reader, AnswerPlace place, TokenMembers members)
    {
        // Elements are looked at by a copy of the reader, which leaves this one where it is.
        var ahead = reader;
        members.Keep(place, MemberOf(ref reader) with { Elements = place.Pointers.Count > 0 ? ElementsOf(ref ahead) : null });
        ReadInside(ref reader, place, members);
    }

    private static void ReadInside(ref Utf8JsonReader reader, AnswerPlace place, TokenMembers members)
    {
        if (!place.HasInside)
        {
            reader.Skip();
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            ReadObject(ref reader, place, members);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            ReadArray(ref reader, place, members);
        }
    }

    private static void ReadObject(ref Utf8JsonReader reader, AnswerPlace place, TokenMembers members)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // By the unescaped name: "access\u005Ftoken" is the same member.
            var name = JsonText.OrNull(ref reader);
            reader.Read();
            if (name is null || place.Inside(name) is not { } inside)
            {
                reader.Skip();
            }
            else if (seen.Add(name))
            {
                ReadValue(ref reader, inside, members);
            }
            else
            {
                members.Repeat(inside, name);
                reader.Skip();
            }
        }
    }

    private static void ReadArray(ref Utf8JsonReader reader, AnswerPlace place, TokenMembers members)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (place.Inside(index.ToString(CultureInfo.InvariantCulture)) is { } inside)
            {
                ReadValue(ref reader, inside, members);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static List<TokenMember>? ElementsOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        List<TokenMember> elements = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(MemberOf(ref reader));
            reader.Skip();
        }

        return elements;
    }

    private static TokenMember MemberOf(ref Utf8JsonReader reader) => new(reader.TokenType, reader.TokenType switch
    {
        JsonTokenType.String => JsonText.OrNull(ref reader),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    });
}
