using AuthProfiles.Soak.Stores;

namespace AuthProfiles.Soak.Renewals;

/// <summary>What is asked of a run.</summary>
/// <param name="Store">The store that its processes share.</param>
/// <param name="Processes">How many.</param>
/// <param name="Renewals">How many renewals are waited for.</param>
/// <param name="Users">How many connections they share.</param>
/// <param name="Kills">Whether processes are killed and paused meanwhile.</param>
/// <param name="Seed">The seed of all randomness.</param>
internal sealed record RenewalPlan(StoreLocation Store, int Processes, int Renewals, int Users, bool Kills, int Seed)
{
    /// <summary>The shortest that a token answer can name, so that each user's token is renewed about once a second.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan LongestAnswer = TimeSpan.FromMilliseconds(30);

    /// <summary>How long the run may take: four times what it takes when each token is renewed as soon as it is spent, and three times that where a dead process's turn has to run out first.</summary>
    public TimeSpan Limit => (Kills ? 3 : 1) * (TimeSpan.FromSeconds(20) + (4 * TokenLifetime * ((double)Renewals / Users)));
}
