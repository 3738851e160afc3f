using AuthProfiles.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>Tells what is odd about an answer that is taken all the same.</summary>
internal static class GrantWarnings
{
    /// <summary>How long before its end a consent is warned of.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromDays(7);

    /// <summary>What an end may seem to move by that does not: it is told in seconds from an answer that was under way.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromMinutes(1);

    /// <summary>Tells it to whoever asked.</summary>
    /// <param name="request">Who asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="scope">The scope that was asked for, or null where none was.</param>
    /// <param name="separator">What separates its words.</param>
    public static void Tell(CredentialRequest request, TokenAnswer answer, string? scope, string separator)
    {
        if (answer.TypeWasMissing)
        {
            request.Warn(AcquisitionWarning.TokenTypeMissing);
        }

        if (!GrantedScope.FindMissing(scope, answer.Scope, separator).IsEmpty)
        {
            request.Warn(AcquisitionWarning.ScopeNarrowed);
        }
    }

    /// <summary>Tells that a consent is about to end. One whose end each renewal puts off, however short its life, does not end.</summary>
    /// <param name="request">Who asked.</param>
    /// <param name="previous">The grant that was renewed, or null for a first one.</param>
    /// <param name="grant">The new grant.</param>
    public static void TellEnd(CredentialRequest request, Grant? previous, Grant grant)
    {
        if (grant.RefreshExpiresAt is { } end && end - grant.ObtainedAt < Notice && end <= previous?.RefreshExpiresAt + Rounding)
        {
            request.Warn(AcquisitionWarning.ConsentEnding);
        }
    }
}
