using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>Records of one type that can come along with others. The values are in <see cref="Includes"/>.</summary>
/// <typeparam name="T">The type of the records.</typeparam>
public sealed class Include<T> : Include
    where T : class
{
    private readonly ReadValue<T?> _read;

    internal Include(string name, ReadValue<T?> read)
        : base(name) => _read = read;

    internal override object Read(ref JsonSource json) => json.List(_read);
}
