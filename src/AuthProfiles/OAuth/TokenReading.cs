using System.Diagnostics.CodeAnalysis;

namespace AuthProfiles.OAuth;

/// <summary>What reading an answer of a token endpoint came to: an answer or a failure, never both.</summary>
internal sealed class TokenReading
{
    private TokenReading(TokenAnswer? answer, TokenFailure? failure)
    {
        Answer = answer;
        Failure = failure;
    }

    public TokenAnswer? Answer { get; }

    public TokenFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Answer))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Answer is not null;

    /// <summary>Gets a value indicating whether the client was refused and the answer is the one to its secondary secret or key: the primary one must be looked after.</summary>
    public bool IsOfSecondary { get; private init; }

    public static TokenReading Of(TokenAnswer answer) => new(answer, null);

    public static TokenReading Of(TokenFailure failure) => new(null, failure);

    /// <summary>Returns the same reading as the one of a client's secondary.</summary>
    public TokenReading OfSecondary() => new(Answer, Failure) { IsOfSecondary = true };
}
