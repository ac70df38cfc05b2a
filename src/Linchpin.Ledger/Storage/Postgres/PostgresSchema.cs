using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Appending;
using Npgsql;

namespace Linchpin.Ledger.Storage.Postgres;

/// <summary>The tables of a ledger on a server: those of a ledger file, under the same names and numbers.</summary>
/// <remarks>
/// Text is compared by its bytes (COLLATE "C"), as in a file. What points to another row is not checked by the server, which would ask for each row that COPY
/// brings; the walk of the log checks it.
/// </remarks>
internal static class PostgresSchema
{
    // Any number, the same for all: two programs that make the same tables at once would trip over each other.
    private const long MakingLock = 0x4C50494E_4D414B45;

    // No ledger on a server had version 1.
    private const string Second = """
        CREATE TABLE log (seq bigint PRIMARY KEY, kind bigint NOT NULL, recorded bigint NOT NULL, payload bytea NOT NULL, hash bytea NOT NULL);
        CREATE TABLE handling (id bigint PRIMARY KEY, json text COLLATE "C" NOT NULL);
        CREATE TABLE source (
            seq bigint PRIMARY KEY, id text COLLATE "C" NOT NULL, version text COLLATE "C" NOT NULL, published bigint, recorded bigint NOT NULL, handling bigint NOT NULL,
            json text COLLATE "C" NOT NULL, UNIQUE (id, version));
        CREATE TABLE label (seq bigint PRIMARY KEY, source bigint NOT NULL, recorded bigint NOT NULL, json text COLLATE "C" NOT NULL);
        CREATE INDEX label_source ON label (source);
        CREATE TABLE text (seq bigint PRIMARY KEY, source bigint NOT NULL UNIQUE, recorded bigint NOT NULL, length bigint NOT NULL);
        CREATE TABLE text_part (source bigint NOT NULL, start bigint NOT NULL, words bytea NOT NULL, UNIQUE (source, start));
        CREATE TABLE passage (id bigint PRIMARY KEY, source bigint NOT NULL, start bigint NOT NULL, until bigint NOT NULL, UNIQUE (source, start, until));
        CREATE TABLE claim (
            seq bigint PRIMARY KEY, id bytea NOT NULL UNIQUE, subject text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL, property text COLLATE "C" NOT NULL,
            single bigint, entity text COLLATE "C", source bigint NOT NULL, passage bigint, held_from bigint, held_to bigint, published bigint, recorded bigint NOT NULL,
            handling bigint NOT NULL, json text COLLATE "C" NOT NULL);
        CREATE INDEX claim_kind ON claim (kind);
        CREATE INDEX claim_subject ON claim (subject, property);
        CREATE INDEX claim_property ON claim (property, subject, single);
        CREATE INDEX claim_entity ON claim (entity) WHERE entity IS NOT NULL;
        CREATE INDEX claim_source ON claim (source);
        CREATE INDEX claim_passage ON claim (passage) WHERE passage IS NOT NULL;
        CREATE TABLE judgement (
            seq bigint PRIMARY KEY, id bytea NOT NULL UNIQUE, act bigint NOT NULL, target bigint, away text COLLATE "C", kept text COLLATE "C", content bytea NOT NULL,
            recorded bigint NOT NULL, handling bigint NOT NULL, json text COLLATE "C" NOT NULL);
        CREATE INDEX judgement_target ON judgement (target) WHERE target IS NOT NULL;
        CREATE INDEX judgement_act ON judgement (act);
        CREATE INDEX judgement_content ON judgement (content);
        CREATE TABLE value_words (rowid bigint PRIMARY KEY, words tsvector NOT NULL);
        CREATE INDEX value_words_words ON value_words USING gin (words);
        CREATE TABLE passage_words (rowid bigint PRIMARY KEY, words tsvector NOT NULL);
        CREATE INDEX passage_words_words ON passage_words USING gin (words);
        """;

    // As in a file: rows of the indexes have a word for their labels; the words of both are counted. New rows go into an index at once, since a list of those
    // that wait is gone through by every search.
    private const string Third = """
        TRUNCATE value_words, passage_words;
        ALTER INDEX value_words_words SET (fastupdate = off);
        ALTER INDEX passage_words_words SET (fastupdate = off);
        DROP INDEX claim_subject;
        CREATE INDEX claim_subject ON claim (subject, entity);
        CREATE TABLE word (word text COLLATE "C" PRIMARY KEY, in_values bigint NOT NULL, in_passages bigint NOT NULL);
        """;

    private static readonly (int Version, string Sql, Action<Writing> Fill)[] Steps = [(2, Second, _ => { }), (3, Third, Reindexing.Run)];

    /// <summary>The tables that grow.</summary>
    internal static readonly string[] Tables = ["log", "source", "text", "text_part", "passage", "claim", "judgement", "value_words", "passage_words", "word"];

    /// <summary>The version of the tables.</summary>
    internal static int Version => Steps[^1].Version;

    /// <summary>Sees to it that the schema holds a ledger of this version: made where there is none, in one transaction.</summary>
    internal static void Prepare(NpgsqlConnection db, PostgresPlace place, int wait)
    {
        if (Found(db, place) == Version)
        {
            return;
        }

        using NpgsqlTransaction transaction = db.BeginTransaction();
        db.Execute($"SET LOCAL lock_timeout = {wait}; SET LOCAL synchronous_commit = on; SELECT pg_advisory_xact_lock({MakingLock})");
        long found = Found(db, place);
        if (found == 0)
        {
            db.Execute($"CREATE SCHEMA IF NOT EXISTS {place.Schema}; CREATE TABLE ledger (version bigint NOT NULL); INSERT INTO ledger VALUES (0)");
        }

        foreach ((int version, string sql, Action<Writing> fill) in Steps.Where(s => s.Version > found))
        {
            db.Execute($"{sql} UPDATE ledger SET version = {version}");
            var writing = new PostgresWriting(db);
            fill(writing);
            writing.Send();
        }

        transaction.Commit();
    }

    /// <summary>The version of the ledger that is there, 0 for none; a fault where there is something else.</summary>
    private static long Found(NpgsqlConnection db, PostgresPlace place)
    {
        string[] tables = [.. db.Query<string>("SELECT tablename FROM pg_tables WHERE schemaname = @Schema", new { place.Schema })];
        if (tables.Length == 0)
        {
            return 0;
        }

        if (!tables.Contains("ledger"))
        {
            throw LedgerFaults.NotALedger.Because($"The schema {place.Schema} holds tables of another program.", place.Shown);
        }

        long version = db.QuerySingle<long>($"SELECT version FROM {place.Schema}.ledger");
        return version > Version ? throw LedgerFaults.Newer.Because($"The ledger has version {version}; this program knows versions up to {Version}.", place.Shown)
            : version < Steps[0].Version ? throw LedgerFaults.Corrupt.Because($"The ledger has version {version}, which no ledger had.", place.Shown) : version;
    }
}
