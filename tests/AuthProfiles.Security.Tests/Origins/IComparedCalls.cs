namespace AuthProfiles.Security.Tests.Origins;

/// <summary>The calls of a compared client.</summary>
internal interface IComparedCalls : IDisposable
{
    /// <summary>Sends the call of one cell, whatever becomes of it.</summary>
    Task SendAsync(OriginCell cell, CancellationToken cancellationToken);
}
