namespace AuthProfiles.Soak.Load;

/// <summary>What a run is to do.</summary>
/// <param name="Requests">How many requests with their own good credential the service is to see.</param>
/// <param name="Seed">The seed of all that is chosen at random.</param>
/// <param name="Defect">What is wrong on purpose.</param>
internal sealed record LoadPlan(int Requests, int Seed, PlantedDefect Defect)
{
    public const int Tenants = 20;

    public const int UsersPerTenant = 10;

    public const int Callers = 64;

    /// <summary>How many of a hundred calls, and of a hundred token requests, meet a fault.</summary>
    public const int FaultsInHundred = 10;

    public const int CancellationsInHundred = 5;

    /// <summary>How many bytes the heap may have more after the load than after the warm-up.</summary>
    public const long MostGrowth = 5 * 1024 * 1024;

    public static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(2);

    /// <summary>When a token of that lifetime is renewed: a fifth of it before its end.</summary>
    public static readonly TimeSpan RenewedAfter = TokenLifetime * 0.8;

    public static readonly TimeSpan HandlerLifetime = TimeSpan.FromSeconds(1);

    /// <summary>Gets how many of the requests come before memory is looked at for the first time.</summary>
    public int WarmUp => Math.Clamp(Requests / 4, 1, 50_000);
}
