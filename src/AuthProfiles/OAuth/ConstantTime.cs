using System.Security.Cryptography;
using System.Text;

namespace AuthProfiles.OAuth;

/// <summary>Compares what an attacker may guess at.</summary>
internal static class ConstantTime
{
    /// <summary>Says whether two texts are the same, in a time that tells their lengths at the most.</summary>
    public static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
