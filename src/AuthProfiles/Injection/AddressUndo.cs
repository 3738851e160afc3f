namespace AuthProfiles.Injection;

/// <summary>Gives a request the address back that the caller gave it.</summary>
internal sealed class AddressUndo(Uri original) : IUndo
{
    public void Undo(HttpRequestMessage request) => request.RequestUri = original;
}
