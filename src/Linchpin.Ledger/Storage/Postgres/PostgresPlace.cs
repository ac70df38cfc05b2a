using System.Globalization;
using Linchpin.Claims;
using Npgsql;

namespace Linchpin.Ledger.Storage.Postgres;

/// <summary>The address of a ledger on a PostgreSQL server, as libpq writes it: <c>postgresql://user:password@host:port/database?schema=…&amp;sslmode=…</c>.</summary>
/// <param name="Settings">How to connect.</param>
/// <param name="Schema">The schema that holds the ledger.</param>
/// <param name="Shown">The address without user and password, for faults.</param>
internal sealed record PostgresPlace(NpgsqlConnectionStringBuilder Settings, string Schema, string Shown)
{
    private const string DefaultSchema = "linchpin";

    /// <summary>Whether the place of a ledger is such an address, and no path.</summary>
    internal static bool Is(string place) =>
        place.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) || place.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the address. A password may also stand in PGPASSWORD or in a password file.</summary>
    /// <exception cref="FaultException"><c>ledger.address</c>; it never quotes the address, which may hold a password.</exception>
    internal static PostgresPlace Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
        {
            throw LedgerFaults.Address.Because("The address is not understood.");
        }

        string[] user = uri.UserInfo.Split(':', 2);
        string database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Length > 0 ? uri.Host.Trim('[', ']') : "localhost",
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = database.Length > 0 ? database : throw LedgerFaults.Address.Because("The address names no database."),
            ApplicationName = "linchpin",
            PersistSecurityInfo = false,
            IncludeErrorDetail = false,
        };
        if (user[0].Length > 0)
        {
            settings.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            settings.Password = Uri.UnescapeDataString(user[1]);
        }

        string schema = DefaultSchema;
        foreach (string pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            string value = Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : "");
            switch (parts[0])
            {
                case "schema":
                    schema = Name(value);
                    break;
                case "host":
                    settings.Host = value;
                    break;
                case "sslmode" when Enum.TryParse(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out SslMode mode):
                    settings.SslMode = mode;
                    break;
                case "sslrootcert":
                    settings.RootCertificate = value;
                    break;
                case "connect_timeout" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds):
                    settings.Timeout = Math.Clamp(seconds, 1, 1024);
                    break;
                default:
                    throw LedgerFaults.Address.Because($"The setting '{Claims.Shown.Short(parts[0])}' in the address is not known, or its value cannot be used.");
            }
        }

        settings.SearchPath = schema;
        return new PostgresPlace(settings, schema, $"{settings.Host}:{settings.Port}/{settings.Database} ({schema})");
    }

    // Written into SQL, so nothing but what needs no quotes.
    private static string Name(string schema) =>
        schema.Length is > 0 and <= 63 && schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') && !char.IsAsciiDigit(schema[0])
            && !schema.StartsWith("pg_", StringComparison.Ordinal) ? schema
            : throw LedgerFaults.Address.Because($"'{Claims.Shown.Short(schema)}' is no name for a schema here.", remedy: "Use small letters, digits and _, a letter first.");
}
