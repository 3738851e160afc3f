using AuthProfiles.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>Tells what is odd about an answer that is taken all the same.</summary>
internal static class GrantWarnings
{
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
}
