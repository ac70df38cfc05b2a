using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Indicators;

/// <summary>What a descriptor must say before a number of its file is shown: unit, year, and the columns that its subject needs.</summary>
internal static class IndicatorDescriptorChecks
{
    private static readonly string[] PeriodForms = ["YYYY", "YYYYMM", "YYYY or YYYYMM", "YYYY-MM", "YYYY-YY", "YYYY-MM-DD"];
    private static readonly string[] CountryForms = ["ISO 3166-1 alpha-3", "ISO 3166-1 numeric", "name"];

    internal static void Check(IndicatorDescriptor about, Fields read)
    {
        Once(about, read);
        foreach (IndicatorColumn column in about.Columns)
        {
            Check(about, column, read);
        }

        if (!about.Dimensions.Any())
        {
            throw read.Bad("No column is a \"dimension\": nothing says what a row is about.");
        }

        Period(about, read);
        Constants(about, read);
        Needs(about, read);
    }

    private static void Once(IndicatorDescriptor about, Fields read)
    {
        string? twice = about.Columns.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw read.Bad($"The column \"{Shown.Short(twice)}\" is described twice.");
        }

        string? meant = about.Columns.Where(c => c.Role != ColumnRole.Ignored).GroupBy(c => c.Meaning, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (meant is not null)
        {
            throw read.Bad($"Two columns mean \"{Shown.Short(meant)}\".");
        }
    }

    private static void Check(IndicatorDescriptor about, IndicatorColumn column, Fields read)
    {
        if (column.Role != ColumnRole.Measure)
        {
            if (column.Unit is not null || column.Currency is not null || column.Prices is not null || column.UnitInColumn is not null)
            {
                throw read.Bad($"The column \"{Shown.Short(column.Name)}\" is no measure and has a unit, currency or prices.");
            }

            if (column.Role == ColumnRole.Dimension && IndicatorDescriptorReader.IsCountry(column.Meaning) && column.Form is { } form && !CountryForms.Contains(form))
            {
                throw read.Bad($"\"form\" of \"{Shown.Short(column.Name)}\" is '{Shown.Short(form)}'; write {string.Join(", ", CountryForms)}.");
            }

            return;
        }

        if (column.UnitInColumn is { } from && !about.Columns.Any(c => c.Name == from && c.Role is ColumnRole.Attribute or ColumnRole.Dimension))
        {
            throw read.Bad($"\"unitColumn\" of \"{Shown.Short(column.Name)}\" names '{Shown.Short(from)}', which is no attribute or dimension.");
        }

        if (column.Unit is null == column.UnitInColumn is null)
        {
            throw column.Unit is null
                ? SupplyFaults.IndicatorUnitMissing.Because($"The measure \"{Shown.Short(column.Name)}\" has no \"unit\".", read.Place)
                : read.Bad($"The measure \"{Shown.Short(column.Name)}\" has both \"unit\" and \"unitColumn\".");
        }

        Money(column, read);
    }

    /// <summary>A unit that begins with a currency states that currency and its prices; any other states neither.</summary>
    private static void Money(IndicatorColumn column, Fields read)
    {
        if (column.Currency is { } currency)
        {
            if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
            {
                throw read.Bad($"\"currency\" of \"{Shown.Short(column.Name)}\" is '{Shown.Short(currency)}'; write the three capitals of ISO 4217.");
            }

            if (column.Unit is null || column.Unit.Split(' ')[0] != currency)
            {
                throw SupplyFaults.UnitContradictory.Because(
                    $"\"unit\" of \"{Shown.Short(column.Name)}\" is '{Shown.Short(column.Unit)}' and its \"currency\" is '{currency}'.", read.Place,
                    $"Write \"unit\" so that it begins with the currency, such as \"{currency}\".");
            }

            if (column.Prices is null)
            {
                throw read.Bad($"The measure \"{Shown.Short(column.Name)}\" is money and states no \"prices\", such as \"current\".");
            }
        }
        else if (column.Unit is { Length: >= 3 } unit && unit.Split(' ')[0] is { Length: 3 } first && first.All(char.IsAsciiLetterUpper))
        {
            throw SupplyFaults.UnitContradictory.Because(
                $"\"unit\" of \"{Shown.Short(column.Name)}\" is '{Shown.Short(unit)}' and it has no \"currency\".", read.Place, $"State \"currency\": \"{first}\" and \"prices\".");
        }
        else if (column.Prices is not null)
        {
            throw read.Bad($"The measure \"{Shown.Short(column.Name)}\" has \"prices\" and no \"currency\".");
        }
    }

    private static void Period(IndicatorDescriptor about, Fields read)
    {
        IndicatorColumn? period = about.Dimensions.FirstOrDefault(c => c.Meaning == IndicatorPeriod.Dimension);
        if (period is null && !about.Constants.ContainsKey(IndicatorPeriod.Dimension))
        {
            throw SupplyFaults.IndicatorYearMissing.Because("No column is the dimension \"period\", and \"constants\" states no \"period\".", read.Place);
        }

        if (period is not null && (period.Form is null || !PeriodForms.Contains(period.Form)))
        {
            throw read.Bad($"\"form\" of \"{Shown.Short(period.Name)}\" is '{Shown.Short(period.Form)}'; write {string.Join(", ", PeriodForms)}.");
        }

        if (about.Constants.TryGetValue(IndicatorPeriod.Dimension, out string? constant) && IndicatorPeriod.Of(constant) is null)
        {
            throw read.Bad($"The constant \"period\" is '{Shown.Short(constant)}'; write a year, a month, or two with a slash, such as 2013/2016.");
        }
    }

    private static void Constants(IndicatorDescriptor about, Fields read)
    {
        string? both = about.Constants.Keys.FirstOrDefault(k => about.Dimensions.Any(d => d.Meaning == k));
        if (both is not null)
        {
            throw read.Bad($"\"{Shown.Short(both)}\" is a column and a constant.");
        }

        string? odd = about.Only.Keys.FirstOrDefault(k => !about.Columns.Any(c => c.Name == k));
        if (odd is not null)
        {
            throw read.Bad($"\"only\" names '{Shown.Short(odd)}', which is no column described here.");
        }
    }

    private static void Needs(IndicatorDescriptor about, Fields read)
    {
        bool Has(string meaning) => about.Constants.ContainsKey(meaning) || about.Dimensions.Any(c => c.Meaning == meaning);
        bool Measures(string meaning) => about.Measures.Any(c => c.Meaning == meaning);
        string? lack = about.Subject switch
        {
            IndicatorSubject.ProductTrade => !Has("product") ? "the dimension \"product\""
                : !(Has("reporter") && Has("partner") && Has("flow")) && !(Has("exporter") && Has("importer")) ? "the dimensions \"reporter\", \"partner\" and \"flow\", or \"exporter\" and \"importer\""
                : !Measures("value") && !Measures("weight") ? "the measure \"value\" or \"weight\"" : null,
            IndicatorSubject.Minerals => !Has("mineral") ? "the dimension \"mineral\"" : !Has("country") ? "the dimension \"country\"" : !Has("statistic") ? "the dimension \"statistic\""
                : !Measures("quantity") ? "the measure \"quantity\"" : null,
            IndicatorSubject.Elasticities => !Has("product") ? "the dimension \"product\"" : !Measures("elasticity") ? "the measure \"elasticity\"" : null,
            IndicatorSubject.CriticalList => !Has("material") ? "the dimension \"material\"" : !Has("list") ? "the dimension or constant \"list\"" : null,
            IndicatorSubject.Agreement => !Has("country") || !Has("other-country") ? "the dimensions \"country\" and \"other-country\"" : null,
            _ => null,
        };
        if (lack is not null)
        {
            throw read.Bad($"Its subject needs {lack}.");
        }

        if (about.RepeatsAllowed && about.Subject != IndicatorSubject.Other)
        {
            throw read.Bad("\"repeats\" are allowed only in a table from which nothing is calculated, of the subject other.");
        }

        if (about.Constants.TryGetValue("side", out string? side) && side is not ("exporter" or "reconciled"))
        {
            throw read.Bad($"The constant \"side\" is '{Shown.Short(side)}'; write exporter where the exporter alone reports, or reconciled.");
        }

        if (about.Subject is IndicatorSubject.ProductTrade or IndicatorSubject.Elasticities && about.Classification is null)
        {
            throw read.Bad("Its subject needs \"classification\": which list, and which revision, the product codes are from.");
        }
    }
}
