namespace AuthProfiles.Inspection;

/// <summary>Ends an acquisition that only shows what it would send.</summary>
#pragma warning disable CA1064 // Thrown and caught within the folder: nobody else meets it.
internal sealed class DryRunException : Exception;
#pragma warning restore CA1064
