namespace AuthProfiles.Injection;

/// <summary>What a profile says about putting its credential on a request.</summary>
/// <param name="Profile">The profile's name, for messages.</param>
/// <param name="Conflict">What happens when another value is already in the place.</param>
/// <param name="PayloadLimit">The longest body, in bytes, that is taken into memory for a body field.</param>
/// <param name="ShowsInAddress">Whether a field may go into the query or the path, because no trace shows the address.</param>
internal sealed record InjectionRules(string Profile, ConflictRule Conflict, int PayloadLimit = InjectionRules.DefaultPayloadLimit, bool ShowsInAddress = false)
{
    public const int DefaultPayloadLimit = 4 * 1024 * 1024;
}
