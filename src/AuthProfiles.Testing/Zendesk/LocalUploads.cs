namespace AuthProfiles.Testing.Zendesk;

/// <summary>The files of an account, and the tokens by which comments take those that belong to none yet.</summary>
/// <remarks>Used by the service, which answers one request at a time.</remarks>
internal sealed class LocalUploads
{
    private const long FirstId = 70_000_000_000_001;

    private static readonly TimeSpan s_tokenLifetime = TimeSpan.FromHours(1);

    private readonly List<LocalAttachment> _files = [];
    private readonly Dictionary<string, LocalUpload> _uploads = new(StringComparer.Ordinal);

    /// <summary>Adds a file to an upload, or begins one with it.</summary>
    /// <param name="token">The token of the upload; null to begin one.</param>
    /// <param name="file">The file.</param>
    /// <param name="now">The time.</param>
    /// <returns>The upload; null where the token is none, or an hour old.</returns>
    public LocalUpload? Add(string? token, LocalAttachment file, DateTimeOffset now)
    {
        var upload = token is null ? new(Guid.NewGuid().ToString("N"), now, []) : Find(token, now);
        if (upload is null)
        {
            return null;
        }

        var stored = file with { Id = FirstId + _files.Count, Key = Guid.NewGuid().ToString("N") };
        _files.Add(stored);
        return _uploads[upload.Token] = upload with { Files = [.. upload.Files, stored] };
    }

    public bool Remove(string token) => _uploads.Remove(token);

    /// <summary>Returns the files of an upload for a comment; nobody can take them a second time.</summary>
    public IReadOnlyList<LocalAttachment> Take(string token, DateTimeOffset now)
    {
        var files = Find(token, now)?.Files ?? [];
        _uploads.Remove(token);
        return files;
    }

    public bool Has(string token, DateTimeOffset now) => Find(token, now) is not null;

    public LocalAttachment? Find(long id) => _files.Find(file => file.Id == id);

    public LocalAttachment? FindByKey(string key) => _files.Find(file => string.Equals(file.Key, key, StringComparison.Ordinal));

    private LocalUpload? Find(string token, DateTimeOffset now) => _uploads.TryGetValue(token, out var upload) && now - upload.At < s_tokenLifetime ? upload : null;
}
