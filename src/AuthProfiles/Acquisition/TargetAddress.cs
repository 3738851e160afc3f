using System.Collections.Immutable;
using AuthProfiles.Templates;

namespace AuthProfiles.Acquisition;

/// <summary>Where requests of a connection go, and the origins that may receive its credential.</summary>
/// <remarks>Tenants of one address share it: each of a hundred thousand would keep the same origins, and fetch them from memory at every call.</remarks>
internal sealed class TargetAddress(Uri? baseAddress, ImmutableArray<Origin> origins)
{
    /// <summary>Gets the base address, or null where there is none or where it is not known yet.</summary>
    public Uri? BaseAddress => baseAddress;

    public ImmutableArray<Origin> Origins => origins;

    /// <summary>Says whether the credential may go to an address.</summary>
    public bool Allows(Uri address)
    {
        foreach (var origin in origins.AsSpan())
        {
            if (origin.Matches(address))
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString() => origins.IsEmpty ? "no address yet" : string.Join(", ", origins);
}
