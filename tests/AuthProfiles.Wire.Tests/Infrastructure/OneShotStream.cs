namespace AuthProfiles.Infrastructure;

/// <summary>A stream that can be read once.</summary>
internal sealed class OneShotStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
