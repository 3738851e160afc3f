using System.Text.Json.Nodes;

namespace ConsoleLogin.Local;

/// <summary>What the local provider knows from one run to the next, as a real one has it in its database: where it listens, and the grant that it gave.</summary>
/// <remarks>The account is of no use to anybody but this sample, so its refresh token stands here as it is. The program itself keeps its copy encrypted.</remarks>
internal sealed class ProviderMemory(string path)
{
    private const string PortMember = "port";
    private const string TokenMember = "refreshToken";

    private readonly JsonObject _values = Read(path);

    public string Path => path;

    public int? Port => (int?)_values[PortMember];

    public string? RefreshToken => (string?)_values[TokenMember];

    public void RememberPort(int port) => Remember(PortMember, port);

    /// <summary>Remembers the newest refresh token, or that there is none any more.</summary>
    public void RememberToken(string? token) => Remember(TokenMember, token);

    private static JsonObject Read(string path)
    {
        try
        {
            return JsonNode.Parse(PrivateFile.Read(path) ?? "{}") as JsonObject ?? [];
        }
        catch (System.Text.Json.JsonException)
        {
            throw new SettingException($"'{path}' is damaged: delete it, and log in again.");
        }
    }

    private void Remember(string member, JsonNode? value)
    {
        _values[member] = value;
        PrivateFile.Write(path, _values.ToJsonString());
    }
}
