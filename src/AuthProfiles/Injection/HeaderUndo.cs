namespace AuthProfiles.Injection;

/// <summary>Takes a header off again and gives the caller's lines back, if there were any.</summary>
internal sealed class HeaderUndo(string name, string callersName, string[] callersLines) : IUndo
{
    public void Undo(HttpRequestMessage request)
    {
        request.Headers.Remove(name);
        foreach (var line in callersLines)
        {
            HeaderLine.TryWrite(request.Headers, callersName, line);
        }
    }
}
