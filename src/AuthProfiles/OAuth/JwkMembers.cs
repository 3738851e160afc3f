using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>The members of a JSON Web Key that are strings. It prints none.</summary>
[DebuggerDisplay("[redacted]")]
internal sealed class JwkMembers
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    private JwkMembers()
    {
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">The text is no JSON object, or has a member twice. The message has nothing of the text.</exception>
    public static JwkMembers Read(string text)
    {
        var members = new JwkMembers();
        return members.TryRead(text) ? members : throw new FormatException("its JSON Web Key is not JSON");
    }

    /// <summary>Returns a member, or null.</summary>
    public string? Find(string name) => _members.GetValueOrDefault(name);

    /// <summary>Returns the bytes of a member.</summary>
    /// <param name="name">The member.</param>
    /// <param name="length">As many bytes as are returned: zeros go before fewer.</param>
    /// <exception cref="FormatException">It is not there, not base64url, or too long.</exception>
    public byte[] Bytes(string name, int length)
    {
        var bytes = Bytes(name);
        if (bytes.Length > length)
        {
            throw new FormatException($"the member '{name}' of its JSON Web Key is too long");
        }

        return [.. new byte[length - bytes.Length], .. bytes];
    }

    /// <inheritdoc cref="Bytes(string, int)"/>
    public byte[] Bytes(string name)
    {
        var text = Find(name) ?? throw new FormatException($"its JSON Web Key has no text '{name}', so it is not a whole private key");
        return Base64Url.Decode(text) ?? throw new FormatException($"the member '{name}' of its JSON Web Key is not base64url");
    }

    // The platform's exceptions quote the text, so they go no further.
    private bool TryRead(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && !_members.TryAdd(name, reader.GetString()!))
                {
                    throw new FormatException("its JSON Web Key has a member twice");
                }

                reader.Skip();
            }

            // Throws if anything follows the object.
            reader.Read();
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
