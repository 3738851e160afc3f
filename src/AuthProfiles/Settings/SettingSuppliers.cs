namespace AuthProfiles.Settings;

/// <summary>Several suppliers as one: the first that has a value supplies it.</summary>
internal sealed class SettingSuppliers(IEnumerable<ISettingSupplier> suppliers) : ISettingSupplier
{
    private readonly ISettingSupplier[] _suppliers = [.. suppliers];

    public string? Supply(string profile, string setting) => _suppliers.Select(supplier => supplier.Supply(profile, setting)).FirstOrDefault(static value => value is not null);
}
