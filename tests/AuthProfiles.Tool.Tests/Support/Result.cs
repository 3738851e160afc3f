using System.Text.Json.Nodes;

namespace AuthProfiles.Tool.Tests.Support;

/// <summary>What came of a call of the tool.</summary>
internal sealed record Result(int Code, string Output, string Error)
{
    public JsonNode Json => JsonNode.Parse(Output)!;

    public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Gets all that could be seen.</summary>
    public string All => Output + Error;
}
