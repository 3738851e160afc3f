namespace AuthProfiles;

/// <summary>Says by which value a token answer is an error, for services that answer errors with status 200.</summary>
/// <remarks>
/// Immutable and thread-safe. Without <see cref="Is"/> and <see cref="IsNot"/> the answer is an error where the value is there at all. A value that is absent, null or
/// empty never makes one. Values are compared as they are written, with case.
/// </remarks>
/// <param name="Path">Where the value is, as a JSON Pointer (RFC 6901): <c>/ok</c>, <c>/error/code</c>.</param>
public sealed record TokenErrorRule(string Path)
{
    /// <summary>Gets the text, number, <c>true</c> or <c>false</c> that makes the answer an error. The default is null.</summary>
    public string? Is { get; init; }

    /// <summary>Gets the text, number, <c>true</c> or <c>false</c> beside which any other makes the answer an error. The default is null.</summary>
    public string? IsNot { get; init; }

    /// <summary>Gets where the error's code is, as a JSON Pointer. The default is null: the value at <see cref="Path"/> is the code.</summary>
    public string? Code { get; init; }
}
