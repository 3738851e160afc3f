namespace AuthProfiles;

/// <summary>Says which answer 401 means that a credential is spent, where the service does not say so itself.</summary>
/// <remarks>An answer whose challenge says <c>insufficient_scope</c> or <c>invalid_request</c> is never one (RFC 6750, section 3.1): another token would be refused for the same reason.</remarks>
public enum RenewOn
{
    /// <summary>Every answer 401. This is the default: many services send no challenge.</summary>
    Unauthorized,

    /// <summary>Only an answer 401 whose challenge says <c>invalid_token</c>.</summary>
    InvalidToken,
}
