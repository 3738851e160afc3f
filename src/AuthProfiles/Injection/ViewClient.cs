using AuthProfiles.Connections;

namespace AuthProfiles.Injection;

/// <summary>A view of a client. It owns nothing: neither it nor its handler has anything to dispose.</summary>
/// <param name="handler">Names the connection.</param>
/// <param name="binding">That of the client.</param>
internal sealed class ViewClient(ViewHandler handler, ClientBinding binding) : HttpClient(handler, disposeHandler: false)
{
    private Uri? _given;

    public ClientBinding Binding => binding;

    /// <summary>Gets whose connection its requests use.</summary>
    public ConnectionName Name => handler.Name;

    /// <summary>Gets a value indicating whether the base address is the connection's, and not one that the caller has set since.</summary>
    public bool HasGivenAddress => _given is not null && ReferenceEquals(BaseAddress, _given);

    public void Give(Uri address) => BaseAddress = _given = address;
}
