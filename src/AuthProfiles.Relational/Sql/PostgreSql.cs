namespace AuthProfiles.Relational.Sql;

/// <summary>All that is peculiar to PostgreSQL: the texts of the statements, and what its refusals mean.</summary>
/// <remarks>Names are compared by their bytes (COLLATE "C"), and times are those of the database's clock, which all nodes share.</remarks>
internal static class PostgreSql
{
    /// <summary>Whether the schema's table is there. It needs no right and is no error where it is not.</summary>
    /// <remarks>Not to_regclass: behind the lock it answers out of what the session remembers from before (seen with eight processes at once).</remarks>
    public const string HasSchema = "SELECT EXISTS (SELECT FROM pg_catalog.pg_class WHERE relname = 'authprofiles_schema' AND pg_catalog.pg_table_is_visible(oid))";

    public const string SchemaVersion = "SELECT coalesce(max(version), 0) FROM authprofiles_schema";

    public const string SetSchemaVersion =
        "INSERT INTO authprofiles_schema (version) VALUES (@version) ON CONFLICT (only_row) DO UPDATE SET version = excluded.version";

    /// <summary>One migration at a time, whoever asks. The number is arbitrary; the end of the transaction gives the lock back.</summary>
    public const string LockSchema = "SELECT pg_advisory_xact_lock(7030224905175263841)";

    public const string Read = $"SELECT version, sealed FROM authprofiles_connections WHERE {OfKey}";

    public const string Insert =
        """
        INSERT INTO authprofiles_connections AS kept (profile, tenant, user_name, version, sealed)
        VALUES (@profile, @tenant, @user, @version, @sealed)
        ON CONFLICT (profile, tenant, user_name) DO UPDATE
        SET version = excluded.version, sealed = excluded.sealed, deleted_at = NULL, changed_at = clock_timestamp()
        WHERE kept.sealed IS NULL AND kept.version < excluded.version
        """;

    public const string Update =
        $"""
        UPDATE authprofiles_connections SET version = @version, sealed = @sealed, changed_at = clock_timestamp()
        WHERE {OfKey} AND version = @expected AND sealed IS NOT NULL
        """;

    /// <summary>The version that a deleted connection keeps.</summary>
    public const string DeletedVersion = $"SELECT version FROM authprofiles_connections WHERE {OfKey} AND sealed IS NULL";

    public const string Delete =
        $"""
        UPDATE authprofiles_connections
        SET version = version + 1, sealed = NULL, deleted_at = clock_timestamp(), changed_at = clock_timestamp()
        WHERE {OfKey} AND sealed IS NOT NULL
        RETURNING version
        """;

    public const string ListFirst = $"{Listed} ORDER BY tenant, user_name LIMIT @most";

    public const string ListNext = $"{Listed} AND (tenant, user_name) > (@tenant, @user) ORDER BY tenant, user_name LIMIT @most";

    /// <summary>So few at a time that a deletion stays quick, and never one that another purge has its hands on.</summary>
    public const string PurgeConnections =
        """
        DELETE FROM authprofiles_connections WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM authprofiles_connections
          WHERE sealed IS NULL AND deleted_at < clock_timestamp() - interval '30 days'
          LIMIT 100 FOR UPDATE SKIP LOCKED))
        """;

    public const string PurgeLeases =
        """
        DELETE FROM authprofiles_leases WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM authprofiles_leases
          WHERE lasts_until < clock_timestamp() - interval '1 day'
          LIMIT 100 FOR UPDATE SKIP LOCKED))
        """;

    public const string TakeLease =
        $"""
        INSERT INTO authprofiles_leases AS held (profile, tenant, user_name, owner, lasts_until)
        VALUES (@profile, @tenant, @user, @owner, {AfterDuration})
        ON CONFLICT (profile, tenant, user_name) DO UPDATE
        SET owner = excluded.owner, lasts_until = {AfterDuration}
        WHERE held.lasts_until <= clock_timestamp()
        """;

    public const string ExtendLease = $"UPDATE authprofiles_leases SET lasts_until = {AfterDuration} WHERE {OfKey} AND owner = @owner";

    public const string ReleaseLease = $"DELETE FROM authprofiles_leases WHERE {OfKey} AND owner = @owner";

    /// <summary>Keeps a consent, and lets go of those that have ended, of the owner's eleventh, and of the oldest of far too many.</summary>
    public const string SaveConsent =
        $"""
        DELETE FROM authprofiles_consents WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM authprofiles_consents WHERE expires_at <= @now LIMIT 100 FOR UPDATE SKIP LOCKED));
        DELETE FROM authprofiles_consents WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM authprofiles_consents WHERE {OfKey} ORDER BY number DESC OFFSET 9 FOR UPDATE SKIP LOCKED));
        DELETE FROM authprofiles_consents WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM authprofiles_consents ORDER BY number DESC OFFSET 9999 LIMIT 100 FOR UPDATE SKIP LOCKED));
        INSERT INTO authprofiles_consents (place, profile, tenant, user_name, sealed, spent, expires_at)
        VALUES (@place, @profile, @tenant, @user, @sealed, @spent, @expires);
        """;

    /// <summary>Takes a consent's secrets away, whoever asks first. Whoever waits for the lock looks again and finds them gone.</summary>
    public const string TakeConsent =
        """
        WITH found AS (SELECT place, sealed FROM authprofiles_consents WHERE place = @place AND sealed IS NOT NULL AND expires_at > @now FOR UPDATE)
        UPDATE authprofiles_consents AS kept SET sealed = NULL FROM found WHERE kept.place = found.place RETURNING found.sealed
        """;

    public const string FindSpentConsent = "SELECT spent FROM authprofiles_consents WHERE place = @place AND sealed IS NULL AND expires_at > @now";

    private const string OfKey = "profile = @profile AND tenant = @tenant AND user_name = @user";

    private const string Listed = "SELECT tenant, user_name FROM authprofiles_connections WHERE profile = @profile AND sealed IS NOT NULL";

    private const string AfterDuration = "clock_timestamp() + @milliseconds * interval '1 millisecond'";

    /// <summary>Gets what leads from each version of the schema to the next: the first makes version 1. What was published is never changed, only followed.</summary>
    public static IReadOnlyList<string> Migrations { get; } =
    [
        """
        CREATE TABLE authprofiles_schema (
          only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
          version integer NOT NULL);
        CREATE TABLE authprofiles_connections (
          profile text COLLATE "C" NOT NULL,
          tenant text COLLATE "C" NOT NULL,
          user_name text COLLATE "C" NOT NULL,
          version bigint NOT NULL CHECK (version > 0),
          sealed bytea,
          deleted_at timestamptz,
          changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
          PRIMARY KEY (profile, tenant, user_name));
        CREATE INDEX authprofiles_deleted ON authprofiles_connections (deleted_at) WHERE sealed IS NULL;
        """,
        """
        CREATE TABLE authprofiles_leases (
          profile text COLLATE "C" NOT NULL,
          tenant text COLLATE "C" NOT NULL,
          user_name text COLLATE "C" NOT NULL,
          owner bytea NOT NULL,
          lasts_until timestamptz NOT NULL,
          PRIMARY KEY (profile, tenant, user_name));
        CREATE INDEX authprofiles_leases_end ON authprofiles_leases (lasts_until);
        """,
        """
        CREATE TABLE authprofiles_consents (
          place bytea PRIMARY KEY,
          number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
          profile text COLLATE "C" NOT NULL,
          tenant text COLLATE "C" NOT NULL,
          user_name text COLLATE "C" NOT NULL,
          sealed bytea,
          spent bytea NOT NULL,
          expires_at timestamptz NOT NULL);
        CREATE INDEX authprofiles_consents_owner ON authprofiles_consents (profile, tenant, user_name, number);
        CREATE INDEX authprofiles_consents_age ON authprofiles_consents (number);
        CREATE INDEX authprofiles_consents_end ON authprofiles_consents (expires_at);
        """,
    ];

    /// <summary>Returns what helps against a refusal, by its SQLSTATE, and whether it may pass by itself.</summary>
    public static (string Text, bool IsTransient) CureFor(string? state) => state switch
    {
        "25006" => ("The server takes no writes: connect to the primary (with Npgsql, Target Session Attributes=primary).", true),
        "53300" => ("The server has no connection left: raise max_connections, or give this program a smaller pool.", true),
        "42P01" => ("Its tables are gone, or out of this user's sight: restore them, or correct the search path.", false),
        ['4', '2', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['3', 'F', ..] => ("Check the connection string, and the rights of its user: CREATE in the schema at the first start, then SELECT, INSERT, UPDATE and DELETE on the tables authprofiles_*.", false),
        _ => ("Ask again later; check that the server is up and reachable.", true),
    };
}
