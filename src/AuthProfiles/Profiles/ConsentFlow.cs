namespace AuthProfiles;

/// <summary>The interactive half of a profile whose connections are authorized by consent.</summary>
/// <remarks>A profile that stands around another one passes on the other's. Immutable and thread-safe.</remarks>
public abstract class ConsentFlow
{
    private protected ConsentFlow()
    {
    }
}
