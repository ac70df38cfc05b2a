using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <summary>The names that are known before a document is read: countries with their adjectives and seats of government, well-known mechanisms and bodies.</summary>
internal static class NameTables
{
    internal static PhraseTable<CountryForm> Countries { get; } = CountryForms();

    internal static PhraseTable<KnownName> Known { get; } = KnownNames();

    internal static IReadOnlyDictionary<string, string> ShortNames { get; } = Lexicon.Rows("countries.csv")
        .ToDictionary(r => r[0], r => r[1].Split('|')[0], StringComparer.Ordinal);

    private static PhraseTable<CountryForm> CountryForms()
    {
        var table = new PhraseTable<CountryForm>(caseCounts: true);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string[] row in Lexicon.Rows("countries.csv"))
        {
            Add(row[0], row[1], MentionForm.Name);
            Add(row[0], row[2], MentionForm.Demonym);
            Add(row[0], row[3], MentionForm.Seat);
        }

        foreach (CountryTerm country in Vocabulary.Countries.Values)
        {
            if (seen.Add(country.Name))
            {
                table.Add(country.Name, new CountryForm(country.Iso3, MentionForm.Name));
            }
        }

        return table;

        void Add(string iso3, string forms, MentionForm form)
        {
            foreach (string name in forms.Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                if (seen.Add(name))
                {
                    table.Add(name, new CountryForm(iso3, form));
                }
            }
        }
    }

    private static PhraseTable<KnownName> KnownNames()
    {
        var table = new PhraseTable<KnownName>(caseCounts: true);
        foreach (string[] row in Lexicon.Rows("mechanisms.csv"))
        {
            var known = new KnownName(ThingKind.Mechanism, row[0], row[3], row[1], null, int.TryParse(row[2], out int size) ? size : 0);
            foreach (string form in row[4].Split('|'))
            {
                table.Add(form, known);
            }
        }

        foreach (string[] row in Lexicon.Rows("bodies.csv"))
        {
            var known = new KnownName(ThingKind.Body, row[0], row[3], row[1], row[2].Length > 0 ? row[2] : null, 0);
            foreach (string form in row[4].Split('|'))
            {
                table.Add(form, known);
            }
        }

        return table;
    }
}

/// <summary>One way to name a country.</summary>
internal sealed record CountryForm(string Iso3, MentionForm Form);

/// <summary>A well-known mechanism or body.</summary>
internal sealed record KnownName(ThingKind Kind, string Id, string Name, string Type, string? Country, int Size);
