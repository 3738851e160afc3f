using AuthProfiles;
using Microsoft.Extensions.Configuration;

namespace ConsoleLogin;

/// <summary>The key of the kept connection, where the settings give none: made at the first run, in a file of its own.</summary>
internal static class KeyFile
{
    private const string Id = "sample";

    /// <summary>Adds the key to the settings, and says where it is.</summary>
    public static void Provide(IConfigurationBuilder settings, string directory)
    {
        var path = Path.Combine(directory, "connections.key");
        var key = PrivateFile.Read(path);
        if (key is null)
        {
            key = ConnectionKeyRing.CreateKey();
            PrivateFile.Write(path, key);
            Console.WriteLine($"A new key was made in {path}. Whoever has it can read the connection beside it: in earnest, set {Settings.KeysPath}:{Id} from a vault or the user secrets.");
        }

        settings.AddInMemoryCollection([new($"{Settings.KeysPath}:{Id}", key.Trim())]);
    }
}
