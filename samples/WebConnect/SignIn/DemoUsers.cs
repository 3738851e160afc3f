using System.Security.Cryptography;
using System.Text;

namespace WebConnect.SignIn;

/// <summary>The users of the program. In earnest they come from a login of the organisation; this stands in for it.</summary>
internal sealed class DemoUsers(IConfiguration settings)
{
    private const string LocalPassword = "demo";

    public static IReadOnlyList<DemoUser> All { get; } = [new("mia", "Mia", "mia@acme.example"), new("joe", "Joe", "joe@acme.example")];

    private string Password => settings[Settings.PasswordPath] is { Length: > 0 } own ? own : LocalPassword;

    /// <summary>Gets the password where it is no secret: the one of the local services.</summary>
    public string? KnownPassword => Password == LocalPassword ? LocalPassword : null;

    public DemoUser? Find(string? email, string? password) =>
        CryptographicOperations.FixedTimeEquals(Hash(password), Hash(Password)) ? All.FirstOrDefault(user => string.Equals(user.Email, email?.Trim(), StringComparison.OrdinalIgnoreCase)) : null;

    private static byte[] Hash(string? text) => SHA256.HashData(Encoding.UTF8.GetBytes(text ?? string.Empty));
}
