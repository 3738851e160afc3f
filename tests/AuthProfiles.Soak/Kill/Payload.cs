using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AuthProfiles.Soak.Kill;

/// <summary>What is written: each number has a text of its own, so that what is found can be told from what it should be.</summary>
internal static class Payload
{
    private const string NumberInput = "number";
    private const string SizeInput = "size";
    private const string TextInput = "text";

    public static Connection Make(ConnectionKey key, long number, int size)
    {
        var connection = new Connection { Key = key };
        return connection with
        {
            Inputs = connection.Inputs
                .Add(NumberInput, number.ToString(CultureInfo.InvariantCulture))
                .Add(SizeInput, size.ToString(CultureInfo.InvariantCulture))
                .Add(TextInput, Text(key, number, size)),
        };
    }

    /// <summary>Returns the number of a connection, or null where it is not whole.</summary>
    public static long? Read(Connection connection)
    {
        var inputs = connection.Inputs;
        return inputs.TryGetValue(NumberInput, out var number) && inputs.TryGetValue(SizeInput, out var size) && inputs.TryGetValue(TextInput, out var text)
            && long.TryParse(number.Reveal(), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            && int.TryParse(size.Reveal(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && text.Reveal() == Text(connection.Key, parsed, length)
            ? parsed
            : null;
    }

    // A chain of hashes: of the same length everywhere, and different at every place.
    private static string Text(ConnectionKey key, long number, int size)
    {
        var text = new StringBuilder(size + 64);
        var link = Encoding.UTF8.GetBytes($"{key.User} {number}");
        while (text.Length < size)
        {
            link = SHA256.HashData(link);
            text.Append(Convert.ToHexStringLower(link));
        }

        return text.ToString(0, size);
    }
}
