namespace AuthProfiles;

/// <summary>A consent that was given, and the connection that it made.</summary>
/// <remarks>Immutable. It prints no secret.</remarks>
public sealed class CompletedAuthorization
{
    internal CompletedAuthorization(Connection connection, string? context, IReadOnlyList<string> warnings)
    {
        Connection = connection;
        Context = context;
        Warnings = warnings;
    }

    /// <summary>Gets the connection. It is stored and active.</summary>
    public Connection Connection { get; }

    /// <summary>Gets <see cref="StartOptions.Context"/> as it was given, or null. Nothing was done with it: before it is used as an address, check that it is one of the application's own.</summary>
    public string? Context { get; }

    /// <summary>Gets what works and should be mended, a sentence or two each, such as that fewer scopes were granted than asked for. Empty where nothing should.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Returns whose connection it is and its state.</summary>
    /// <returns>For example <c>calendar, user mia (Active)</c>.</returns>
    public override string ToString() => Connection.ToString();
}
