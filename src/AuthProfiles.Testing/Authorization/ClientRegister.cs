namespace AuthProfiles.Testing.Authorization;

/// <summary>The clients that are registered; while there is none, every client is known.</summary>
internal sealed class ClientRegister
{
    private readonly List<LocalClient> _clients = [];

    public bool IsEmpty => _clients.Count == 0;

    public void Add(LocalClient client)
    {
        _clients.RemoveAll(client.IsSame);
        _clients.Add(client);
    }

    /// <summary>Finds a client where it is known by name; with <paramref name="accepts"/> only one of which that holds.</summary>
    public LocalClient? Find(string id, Uri endpoint, Predicate<LocalClient>? accepts = null) =>
        _clients.Find(client => string.Equals(client.Id, id, StringComparison.Ordinal) && client.IsAt(endpoint) && accepts?.Invoke(client) is not false);

    public bool HasKeys => _clients.Exists(static client => client.PublicKey is not null);
}
