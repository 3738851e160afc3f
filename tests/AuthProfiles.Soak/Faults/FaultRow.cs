namespace AuthProfiles.Soak.Faults;

/// <summary>One thing that can go wrong.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="RunAsync">Makes it happen, and returns what came of it. What must not come of it is thrown as a <see cref="FaultFoundException"/>, what can't be tried here as an <see cref="UnavailableException"/>.</param>
internal sealed record FaultRow(string Name, Func<Task<string>> RunAsync);
