namespace AuthProfiles.Relational.Sql;

/// <summary>What is asked of the database and for whom, for the words of an error.</summary>
/// <param name="Profile">The profile's name.</param>
/// <param name="Key">Whose connection, or null where it is about all of a profile.</param>
/// <param name="Doing">What was going on: <c>reading</c>.</param>
/// <param name="Outcome">What holds where the database was asked and gave no answer.</param>
internal sealed record DatabaseCall(string Profile, ConnectionKey? Key, string Doing, string Outcome)
{
    private const string Begin = "Nothing was redeemed. Begin again: connections.StartAsync.";
    private const string NotRead = "That says nothing about whether there is a connection.";

    public static DatabaseCall Reading(ConnectionKey key) => new(key.Profile, key, "reading the connection", NotRead);

    public static DatabaseCall Listing(string profile) => new(profile, Key: null, "listing connections", NotRead);

    public static DatabaseCall Writing(ConnectionKey key) => new(key.Profile, key, "writing the connection", "It may or may not have been written: read it again.");

    public static DatabaseCall Deleting(ConnectionKey key) => new(key.Profile, key, "deleting the connection", "It may or may not have been deleted: read it again.");

    public static DatabaseCall Leasing(ConnectionKey key) => new(key.Profile, key, "taking the lease for a renewal", "That says nothing about whether somebody else has it.");

    public static DatabaseCall Saving(ConnectionKey key) => new(key.Profile, key, "keeping the consent that has begun", Begin);

    public static DatabaseCall Taking() => new(string.Empty, Key: null, "looking for the consent that the callback belongs to", Begin);

    /// <summary>Makes the error. A driver's message may quote the connection string: nothing of it is told but its type and its SQLSTATE.</summary>
    public AuthorizationException Failed(Exception error, bool wasAsked)
    {
        var database = error as System.Data.Common.DbException;
        var state = database?.SqlState is { Length: 5 } code && code.All(char.IsAsciiLetterOrDigit) ? code : null;
        var (cure, isTransient) = PostgreSql.CureFor(state);
        return Make($"failed with {error.GetType().Name}{(state is null ? string.Empty : $" {state}")}", wasAsked, cure, isTransient);
    }

    /// <summary>Makes the error of a database that does not answer.</summary>
    public AuthorizationException TimedOut(TimeSpan limit, bool wasAsked) =>
        Make(FormattableString.Invariant($"gave no answer within {limit.TotalSeconds:0.#} s"), wasAsked, PostgreSql.CureFor(state: null).Text, isTransient: true);

    /// <summary>Makes the error of tables that a newer program has changed.</summary>
    public AuthorizationException Newer(int found, int known) => Make(
        FormattableString.Invariant($"has tables of version {found}, and this program knows no more than {known}"),
        wasAsked: false,
        "Update AuthProfiles.Relational to the version that the other programs have.",
        isTransient: false);

    private AuthorizationException Make(string what, bool wasAsked, string cure, bool isTransient) => new(
        AuthorizationErrorKind.StoreFailure,
        Profile,
        $"{Key?.ToString() ?? (Profile.Length == 0 ? "The callback" : Profile)}: the database {what} while {Doing}. {(wasAsked ? Outcome : "It was not asked yet, so nothing has changed.")} {cure}")
    {
        Tenant = Key?.Tenant,
        User = Key?.User,
        IsTransient = isTransient,
    };
}
