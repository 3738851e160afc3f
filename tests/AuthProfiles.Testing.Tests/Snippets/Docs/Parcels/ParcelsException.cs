namespace Snippets.Parcels;

/// <summary>Parcels answered with something else than what was asked for.</summary>
public sealed class ParcelsException(int status) : Exception($"Parcels answered {status}.")
{
    public int Status => status;
}
