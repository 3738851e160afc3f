namespace AuthProfiles.Soak.Server;

/// <summary>All tokens that come from one consent. Its fields change under the register's gate.</summary>
internal sealed class Family(int id, string user)
{
    public int Id => id;

    public string User => user;

    /// <summary>Gets or sets the number of renewals: the refresh token of this generation is the only one that is good.</summary>
    public int Generation { get; set; }

    /// <summary>Gets or sets a value indicating whether a refresh token came twice, which ended the family.</summary>
    public bool IsLost { get; set; }

    /// <summary>Gets who renewed which generation.</summary>
    public List<Redemption> Redemptions { get; } = [];
}
