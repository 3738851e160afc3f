namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>The answer of a token endpoint, as a careful developer would read it without a library.</summary>
internal sealed record TokenAnswer(string AccessToken, int ExpiresIn);
