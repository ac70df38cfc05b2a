using System.Collections.Concurrent;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Appending;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Storage.Sqlite;

/// <summary>The tables of a ledger file, as numbered steps: a new file takes all of them, one of an earlier version those that it lacks.</summary>
/// <remarks>A step is never changed once a version with it was released. Each is made in the transaction that brings the file forward.</remarks>
internal static class SqliteSchema
{
    private static readonly ConcurrentDictionary<long, string> Expected = new();

    private static readonly Action<SqliteConnection>[] Steps = [db => db.Execute(First), db => db.Execute(Second), Third];

    /// <summary>Marks a database file as a ledger: "LPIN" in ASCII.</summary>
    internal const int ApplicationId = 0x4C50494E;

    /// <summary>The version of the tables.</summary>
    internal static int Version => Steps.Length;

    // Every row that was appended has the number of its log entry as its key, so "up to entry n" is a snapshot that needs no open transaction.
    // The JSON is what the log's hashes cover; the columns beside it are copies to search by, and Verify compares them with it.
    private const string First = """
        CREATE TABLE log (
            seq INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            recorded INTEGER NOT NULL,
            payload BLOB NOT NULL,
            hash BLOB NOT NULL
        );
        CREATE TABLE handling (
            id INTEGER PRIMARY KEY,
            json TEXT NOT NULL UNIQUE
        );
        CREATE TABLE source (
            seq INTEGER PRIMARY KEY REFERENCES log(seq),
            id TEXT NOT NULL,
            version TEXT NOT NULL,
            published INTEGER,
            recorded INTEGER NOT NULL,
            handling INTEGER NOT NULL REFERENCES handling(id),
            json TEXT NOT NULL,
            UNIQUE (id, version)
        );
        CREATE TABLE label (
            seq INTEGER PRIMARY KEY REFERENCES log(seq),
            source INTEGER NOT NULL REFERENCES source(seq),
            recorded INTEGER NOT NULL,
            json TEXT NOT NULL
        );
        CREATE INDEX label_source ON label (source);
        CREATE TABLE text (
            seq INTEGER PRIMARY KEY REFERENCES log(seq),
            source INTEGER NOT NULL UNIQUE REFERENCES source(seq),
            recorded INTEGER NOT NULL,
            length INTEGER NOT NULL
        );
        CREATE TABLE text_part (
            source INTEGER NOT NULL REFERENCES source(seq),
            start INTEGER NOT NULL,
            words BLOB NOT NULL,
            UNIQUE (source, start)
        );
        CREATE TABLE passage (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES source(seq),
            start INTEGER NOT NULL,
            until INTEGER NOT NULL,
            UNIQUE (source, start, until)
        );
        CREATE TABLE claim (
            seq INTEGER PRIMARY KEY REFERENCES log(seq),
            id BLOB NOT NULL UNIQUE,
            subject TEXT NOT NULL,
            kind TEXT NOT NULL,
            property TEXT NOT NULL,
            single INTEGER,
            entity TEXT,
            source INTEGER NOT NULL REFERENCES source(seq),
            passage INTEGER REFERENCES passage(id),
            held_from INTEGER,
            held_to INTEGER,
            published INTEGER,
            recorded INTEGER NOT NULL,
            handling INTEGER NOT NULL REFERENCES handling(id),
            json TEXT NOT NULL
        );
        CREATE INDEX claim_kind ON claim (kind);
        CREATE INDEX claim_subject ON claim (subject, property);
        CREATE INDEX claim_property ON claim (property, subject, single);
        CREATE INDEX claim_entity ON claim (entity) WHERE entity IS NOT NULL;
        CREATE INDEX claim_source ON claim (source);
        CREATE INDEX claim_passage ON claim (passage) WHERE passage IS NOT NULL;
        CREATE TABLE judgement (
            seq INTEGER PRIMARY KEY REFERENCES log(seq),
            id BLOB NOT NULL UNIQUE,
            act INTEGER NOT NULL,
            target INTEGER,
            away TEXT,
            kept TEXT,
            content BLOB NOT NULL,
            recorded INTEGER NOT NULL,
            handling INTEGER NOT NULL REFERENCES handling(id),
            json TEXT NOT NULL
        );
        CREATE INDEX judgement_target ON judgement (target) WHERE target IS NOT NULL;
        CREATE INDEX judgement_act ON judgement (act);
        CREATE INDEX judgement_content ON judgement (content);
        CREATE VIRTUAL TABLE value_words USING fts5 (words, content='', tokenize="unicode61 remove_diacritics 2");
        CREATE VIRTUAL TABLE passage_words USING fts5 (words, content='', tokenize="unicode61 remove_diacritics 2");
        """;

    // Version 2: an index's row is named by its place in the order of hits, and keeps only which rows have a word. What was in the indexes is made anew by version 3.
    private const string Second = """
        DROP TABLE value_words;
        CREATE VIRTUAL TABLE value_words USING fts5 (words, content='', detail=none, tokenize='ascii');
        DROP TABLE passage_words;
        CREATE VIRTUAL TABLE passage_words USING fts5 (words, content='', detail=none, tokenize='ascii');
        """;

    /// <summary>Makes the steps after a version, within the transaction that is open.</summary>
    internal static void Advance(SqliteConnection db, long version)
    {
        foreach (Action<SqliteConnection> step in Steps.Skip((int)version))
        {
            step(db);
        }

        db.Execute($"PRAGMA user_version={Version}");
    }

    /// <summary>Whether the file has the tables and indexes of that version and nothing else: no trigger or view that would do more than is asked.</summary>
    internal static bool Fits(SqliteConnection db, long version) => Listed(db) == Expected.GetOrAdd(version, _ =>
    {
        using var made = new SqliteConnection("Data Source=:memory:");
        made.Open();
        foreach (Action<SqliteConnection> step in Steps.Take((int)version))
        {
            step(made);
        }

        return Listed(made);
    });

    // Version 3: rows of the indexes have a word for their labels, and no lengths; the words of both are counted. What an entity names is found by the
    // entity; a property of it has its own index.
    private static void Third(SqliteConnection db)
    {
        foreach (string index in (string[])["value_words", "passage_words"])
        {
            db.Execute($"""
                DROP TABLE {index};
                CREATE VIRTUAL TABLE {index} USING fts5 (words, content='', columnsize=0, detail=none, tokenize='ascii');
                """);
        }

        db.Execute("DROP INDEX claim_subject; CREATE INDEX claim_subject ON claim (subject, entity)");
        db.Execute("CREATE TABLE word (word TEXT PRIMARY KEY, in_values INTEGER NOT NULL, in_passages INTEGER NOT NULL) WITHOUT ROWID");
        using var writing = new SqliteWriting(db);
        Reindexing.Run(writing);
    }

    private static string Listed(SqliteConnection db) => string.Join('\n', db.Query<string>(
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"));
}
