namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>One token request, without the values of secrets and tokens.</summary>
/// <param name="Grant">The grant type.</param>
/// <param name="Client">The client's id.</param>
/// <param name="Auth">How the client proved itself: basic, post, assertion or none.</param>
/// <param name="Params">The names of the parameters, each once.</param>
/// <param name="Scope">The scope that was asked for.</param>
/// <param name="Resource">The resources that were asked for, in order.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Error">The answer's error code.</param>
internal sealed record TokenEntry(
    string Grant, string? Client, string Auth, IReadOnlyList<string> Params, string? Scope, IReadOnlyList<string> Resource, int Status, string? Error);
