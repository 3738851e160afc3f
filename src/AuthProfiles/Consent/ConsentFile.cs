using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AuthProfiles.Connections;

namespace AuthProfiles.Consent;

/// <summary>The name of the file of a consent that has begun. It says all that a store needs to know before it has the state: nothing of it can be read but when it ends.</summary>
/// <param name="Place">A hash of its state.</param>
/// <param name="Owner">A hash of its owner's names.</param>
/// <param name="Number">Its place in the order in which consents began.</param>
/// <param name="EndsAt">When it ends, in Unix milliseconds.</param>
internal sealed record ConsentFile(string Place, string Owner, long Number, long EndsAt)
{
    private const string Extension = ".consent";
    private const int OwnerLength = 32;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Place}.{Owner}.{Number:x16}.{EndsAt:x16}{Extension}");

    /// <summary>Returns what the names of all files match, or those of one place.</summary>
    public static string PatternOf(string place = "*") => $"{place}.*{Extension}";

    public static string PlaceOf(SecretValue state) => Convert.ToHexString(PendingAuthorizationSealer.PlaceOf(state));

    public static string OwnerOf(ConnectionKey key) => FileFolder.PlaceOf(key)[..OwnerLength];

    public static bool TryParse(string name, [NotNullWhen(true)] out ConsentFile? file)
    {
        file = name.Split('.') is [var place, var owner, var number, var end, _]
            && long.TryParse(number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var counted)
            && long.TryParse(end, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var endsAt)
                ? new(place, owner, counted, endsAt)
                : null;
        return file is not null;
    }
}
