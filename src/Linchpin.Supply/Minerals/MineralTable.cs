using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>Who supplies a mineral: production, capacity or reserves of one mineral by country in one year, as one dataset has it.</summary>
/// <remarks>
/// <para><b>Base of the shares:</b> the source's world total where it states one and the rows do not add up to more; else the rows added up. What
/// the total holds beyond the rows, withheld figures among it, is not assigned (see <see cref="Concentration"/>).</para>
/// <para><b>Unknown:</b> a country without a figure is not zero. Where a source states no world total and countries that it has in other years are
/// missing (<see cref="WithoutFigure"/>) with more than <see cref="MostMissing"/> of the total, shares are not known: only shares of what is stated are.</para>
/// <para>The world, other countries together and areas that are not one country are never ranked.</para>
/// </remarks>
/// <param name="Dataset">What the file is.</param>
/// <param name="File">The file's name.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hex.</param>
/// <param name="Mineral">The mineral as the source names it.</param>
/// <param name="Stage"><c>mine</c>, <c>refinery</c>, <c>plant</c> or <c>other</c>: what the source's words say of where it is made; <c>reserves</c> for reserves.</param>
/// <param name="Statistic"><c>production</c>, <c>capacity</c> or <c>reserves</c>.</param>
/// <param name="Form">What exactly is counted, in the source's words: content, gross weight, product.</param>
/// <param name="Unit">The unit of all amounts.</param>
/// <param name="Year">The year.</param>
/// <param name="Rows">Countries, largest first; those without a figure last.</param>
/// <param name="World">The world total that the source states, rounded by it; <see langword="null"/> where it states none.</param>
/// <param name="WorldIsBound">Whether the source gives the world total as more than that.</param>
/// <param name="Others">Other countries together, and areas that are not one country; <see langword="null"/> where the source has no such row.</param>
/// <param name="Concentration">Of the countries; <see langword="null"/> where shares are not known.</param>
/// <param name="WithoutFigure">Countries that the source has in other years of this table and not in this one, with the nearest year's amount.</param>
public sealed record MineralTable(
    IndicatorDescriptor Dataset,
    string File,
    string Hash,
    string Mineral,
    string Stage,
    string Statistic,
    string Form,
    string Unit,
    int Year,
    IReadOnlyList<MineralShare> Rows,
    double? World,
    bool WorldIsBound,
    double? Others,
    Concentration? Concentration,
    IReadOnlyList<MissingFigure> WithoutFigure)
{
    /// <summary>Share of the total that missing countries may have had in their nearest years before shares are held to be unknown.</summary>
    public const double MostMissing = 0.05;

    /// <summary>The amounts that have a country and a figure, added up.</summary>
    public double Stated => Rows.Sum(r => r.Amount ?? 0);

    /// <summary>How far the rows add up to more than the stated world total, as a share of it; <see langword="null"/> where they do not.</summary>
    public double? OverWorld => World is > 0 && !WorldIsBound && Stated + (Others ?? 0) > World ? (Stated + (Others ?? 0) - World) / World : null;

    /// <summary>Whether shares of the world are known.</summary>
    public bool Complete => Concentration is not null;

    /// <summary>The table as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Dataset.Id);
        json.WriteString("title", Dataset.Title);
        json.WriteString("mineral", Mineral);
        json.WriteString("stage", Stage);
        json.WriteString("statistic", Statistic);
        json.WriteString("form", Form);
        json.WriteString("unit", Unit);
        json.WriteNumber("year", Year);
        json.WriteString("source", Dataset.Citation);
        json.WriteString("method", Dataset.Method);
        json.WriteString("file", File);
        json.WriteString("hash", Hash);
        TableJson.Write(json, "world_total", World);
        json.WriteBoolean("world_total_is_lower_bound", WorldIsBound);
        json.WriteNumber("stated", Stated);
        TableJson.Write(json, "others", Others);
        TableJson.Write(json, "rows_over_world", OverWorld);
        json.WriteBoolean("complete", Complete);
        Concentration?.WriteFields(json);
        json.WriteStartArray("rows");
        foreach (MineralShare row in Rows)
        {
            row.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("without_figure");
        foreach (MissingFigure missing in WithoutFigure)
        {
            json.WriteStartObject();
            json.WriteString("country", missing.Country);
            json.WriteNumber("nearest_year", missing.NearestYear);
            json.WriteNumber("amount_then", missing.Amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>One country of a table of minerals.</summary>
/// <param name="Country">ISO 3166 alpha-3, or the source's name of a country that is no more.</param>
/// <param name="Amount">In the table's unit; <see langword="null"/> where the source gives none.</param>
/// <param name="Share">Of the world, from 0 to 1; <see langword="null"/> where it is not known.</param>
/// <param name="ShareOfStated">Of all amounts that are stated for a country; <see langword="null"/> where there is no amount.</param>
/// <param name="Status">What the source says of the figure.</param>
/// <param name="Mark">The source's mark or words in place of a figure; empty where there is none.</param>
/// <param name="Form">What is counted, where it differs from the table's.</param>
/// <param name="Note">The source's note; empty where there is none.</param>
/// <param name="Line">The line of the file, from 1.</param>
public sealed record MineralShare(
    string Country, double? Amount, double? Share, double? ShareOfStated, ObservationStatus Status, string Mark, string? Form, string Note, int Line)
{
    /// <summary>The country's name.</summary>
    public string Name => Vocabulary.CountryName(Country);

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("country", Country);
        json.WriteString("name", Name);
        TableJson.Write(json, "amount", Amount);
        TableJson.Write(json, "share", Share);
        TableJson.Write(json, "share_of_stated", ShareOfStated);
        json.WriteBoolean("estimated", Status.HasFlag(ObservationStatus.Estimated));
        json.WriteString("status", StatusWord(Amount, Status));
        if (Mark.Length > 0)
        {
            json.WriteString("mark", Mark);
        }

        if (Form is not null)
        {
            json.WriteString("form", Form);
        }

        if (Note.Length > 0)
        {
            json.WriteString("note", Note);
        }

        json.WriteNumber("line", Line);
        json.WriteEndObject();
    }

    /// <summary>The state of a figure in a word.</summary>
    internal static string StatusWord(double? amount, ObservationStatus status) =>
        status.HasFlag(ObservationStatus.Withheld) ? "withheld"
        : status.HasFlag(ObservationStatus.Small) ? "less than half the unit"
        : status.HasFlag(ObservationStatus.NotApplicable) ? "not applicable"
        : status.HasFlag(ObservationStatus.InWords) ? "in words"
        : amount is null ? "not known"
        : status.HasFlag(ObservationStatus.MoreThan) ? "more than"
        : status.HasFlag(ObservationStatus.LessThan) ? "less than"
        : amount == 0 ? "zero" : "stated";
}

/// <summary>A country that a source has in other years of a table and not in the year shown.</summary>
/// <param name="Country">The country.</param>
/// <param name="NearestYear">The nearest year with a figure; the later of two equally near.</param>
/// <param name="Amount">Its amount then, above zero, in the table's unit.</param>
public sealed record MissingFigure(string Country, int NearestYear, double Amount);
