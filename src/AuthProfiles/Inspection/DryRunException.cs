namespace AuthProfiles.Inspection;

/// <summary>Ends an acquisition that only shows what it would send.</summary>
internal sealed class DryRunException : Exception;
