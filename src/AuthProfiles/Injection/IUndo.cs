namespace AuthProfiles.Injection;

/// <summary>Takes one change of a request back. Doing so twice is the same as once.</summary>
internal interface IUndo
{
    void Undo(HttpRequestMessage request);
}
