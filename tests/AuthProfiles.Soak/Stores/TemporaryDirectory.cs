namespace AuthProfiles.Soak.Stores;

/// <summary>A directory of one run, gone after it.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("authprofiles-soak-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
