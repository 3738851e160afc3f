using AuthProfiles.OAuth;

namespace AuthProfiles.Consent;

/// <summary>A callback and the consent that it belongs to. There is one for each consent, once.</summary>
/// <param name="Kept">What was kept since the consent began.</param>
/// <param name="Parameters">What came.</param>
internal sealed record TakenCallback(PendingAuthorization Kept, CallbackParameters Parameters);
