namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Something that was told, and where.</summary>
internal sealed record Observation(string Sink, string Text);
