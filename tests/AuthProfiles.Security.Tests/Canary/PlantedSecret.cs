namespace AuthProfiles.Security.Tests.Canary;

/// <summary>A secret that stands nowhere else, and what it is.</summary>
/// <param name="Kind">What it is, such as a client secret.</param>
/// <param name="Text">The whole of it.</param>
/// <param name="Core">The part to look for: letters and digits, which no encoding but base64 and hex tears apart.</param>
/// <param name="IsSent">Whether it must arrive at a server, or nothing is proved about it.</param>
internal sealed record PlantedSecret(string Kind, string Text, string Core, bool IsSent);
