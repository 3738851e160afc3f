namespace AuthProfiles.Soak.Faults;

/// <summary>A promise was broken; the message says which.</summary>
internal sealed class FaultFoundException(string message) : Exception(message)
{
    public static void Require(bool isKept, string sentence)
    {
        if (!isKept)
        {
            throw new FaultFoundException(sentence);
        }
    }
}
