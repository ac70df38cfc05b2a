using System.Buffers.Binary;
using System.Text;

namespace Linchpin.Ledger.Storage.Postgres;

/// <summary>Rows of one table in the form that COPY … (FORMAT BINARY) takes (postgresql.org/docs/current/sql-copy.html), kept until they are sent.</summary>
internal sealed class CopyRows(Npgsql.NpgsqlConnection db, string table, string columns) : Rows
{
    private static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Trailer = [0xFF, 0xFF];

    private const int MostWaiting = 4 << 20;

    private readonly short _columns = (short)(columns.Count(c => c == ',') + 1);
    private byte[] _bytes = new byte[1 << 16];
    private int _length, _row, _column;

    internal override Rows Number(long? value)
    {
        if (value is { } number)
        {
            Span<byte> to = Field(8);
            BinaryPrimitives.WriteInt64BigEndian(to, number);
        }
        else
        {
            Field(-1);
        }

        return this;
    }

    internal override Rows Text(string? value)
    {
        if (value is null)
        {
            return Number(null);
        }

        Encoding.UTF8.GetBytes(value, Field(Encoding.UTF8.GetByteCount(value)));
        return this;
    }

    internal override Rows Utf8(ReadOnlySpan<byte> text) => Blob(text);

    internal override Rows Blob(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Field(bytes.Length));
        return this;
    }

    /// <summary>The words as a tsvector without positions: a count, and each word with a zero byte and no places. The server puts them in order.</summary>
    internal override Rows Words(string line)
    {
        int length = 4, count = 0;
        foreach (Range word in line.AsSpan().Split(' '))
        {
            length += Encoding.UTF8.GetByteCount(line.AsSpan(word)) + 3;
            count++;
        }

        Span<byte> to = Field(length);
        BinaryPrimitives.WriteInt32BigEndian(to, count);
        to = to[4..];
        foreach (Range word in line.AsSpan().Split(' '))
        {
            int written = Encoding.UTF8.GetBytes(line.AsSpan(word), to);
            to.Slice(written, 3).Clear();
            to = to[(written + 3)..];
        }

        return this;
    }

    internal override void End()
    {
        if (_column != _columns)
        {
            throw new InvalidOperationException($"{_column} of {_columns} columns of {table}.");
        }

        _row = _length;
        _column = 0;
        if (_length > MostWaiting)
        {
            Send();
        }
    }

    /// <summary>Sends the rows that wait.</summary>
    internal void Send()
    {
        if (_row > 0)
        {
            using Stream copy = db.BeginRawBinaryCopy($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
            copy.Write(Head);
            copy.Write(_bytes.AsSpan(0, _row));
            copy.Write(Trailer);
        }

        _length = _row = 0;
    }

    private Span<byte> Field(int length)
    {
        int more = 2 + 4 + Math.Max(length, 0);
        if (_bytes.Length - _length < more)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
        }

        if (_column++ == 0)
        {
            BinaryPrimitives.WriteInt16BigEndian(_bytes.AsSpan(_length), _columns);
            _length += 2;
        }

        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_length), length);
        _length += 4;
        Span<byte> field = _bytes.AsSpan(_length, Math.Max(length, 0));
        _length += field.Length;
        return field;
    }
}
