using System.Security.Cryptography;

namespace AuthProfiles.Testing.Authorization;

/// <summary>The devices that asked to be authorized.</summary>
internal sealed class DeviceRegister
{
    // Without vowels, so that no code is a word (RFC 8628, section 6.1).
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    private readonly Dictionary<string, PendingDevice> _devices = new(StringComparer.Ordinal);

    public IEnumerable<PendingDevice> All => _devices.Values;

    public PendingDevice Add(GrantedAccess access, DateTimeOffset now, out string deviceCode)
    {
        deviceCode = TokenRegister.NewText();
        var userCode = $"{RandomNumberGenerator.GetString(Letters, 4)}-{RandomNumberGenerator.GetString(Letters, 4)}";
        var device = new PendingDevice(userCode, access, now + PendingDevice.Lifetime);
        _devices[deviceCode] = device;
        return device;
    }

    public PendingDevice? Find(string deviceCode) => _devices.GetValueOrDefault(deviceCode);

    /// <summary>Finds by the code that the user typed: without regard to case and punctuation.</summary>
    public PendingDevice? FindByUserCode(string userCode) =>
        _devices.Values.FirstOrDefault(device => string.Equals(Plain(device.UserCode), Plain(userCode), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string userCode) => string.Concat(userCode.Where(char.IsAsciiLetterOrDigit));
}
