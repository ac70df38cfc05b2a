using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Language;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Editions;

/// <summary>What an edition's search looks through: for each page its title, its kind, and the words and passages that the public view has of it.</summary>
internal static class EditionIndex
{
    /// <summary>The index as a script that sets it: a page in a folder may load a script, and may not fetch a file.</summary>
    /// <param name="view">The public's view.</param>
    /// <param name="words">The language.</param>
    /// <param name="pageOf">The file of an entity's page, from the folder of the language; <see langword="null"/> where the edition has none.</param>
    public static byte[] Write(View view, Messages words, Func<EntityId, string?> pageOf)
    {
        Titles titles = Titles.For(view, words);
        using var bytes = new MemoryStream();
        bytes.Write("window.linchpinIndex="u8);
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
        {
            json.WriteStartArray();
            foreach (Document document in view.Citations())
            {
                Entry(json, pageOf(document.Id), document.Title ?? document.FileName, words.Label(Vocabulary.Kinds["document"]), [document.Publisher, document.Published?.ToString()]);
            }

            foreach (Dataset dataset in view.Datasets())
            {
                Entry(json, pageOf(dataset.Id), dataset.Title, words.Label(Vocabulary.Kinds["dataset"]), [dataset.Publisher, dataset.Citation]);
            }

            foreach (string kind in EditionAddress.Kinds.Append("mechanism").Order(StringComparer.Ordinal))
            {
                IReadOnlyList<Entity> entities = view.Entities(kind);
                foreach (EntityId listed in Listed(kind).Except(entities.Select(e => e.Id)))
                {
                    Entry(json, pageOf(listed), titles.Of(listed), words.Label(Vocabulary.Kinds[kind]), []);
                }

                foreach (Entity entity in entities)
                {
                    Entry(json, pageOf(entity.Id), titles.Of(entity.Id), words.Label(Vocabulary.Kinds[kind]),
                        entity.Claims.Select(c => c.Value is EntityValue named ? titles.Of(named.Id) : c.Value.Display).Concat(entity.Claims.Select(c => c.Quote)));
                }
            }

            json.WriteEndArray();
        }

        bytes.Write(";\n"u8);
        return bytes.ToArray();
    }

    /// <summary>What the vocabulary names itself: its pages list what the record says about them.</summary>
    private static IEnumerable<EntityId> Listed(string kind) => kind switch
    {
        "sector" => Vocabulary.Sectors.Select(s => EntityId.Sector(s.Id)),
        "country" => Vocabulary.Countries.Keys.Order(StringComparer.Ordinal).Select(EntityId.Country),
        _ => [],
    };

    private static void Entry(Utf8JsonWriter json, string? file, string title, string kind, IEnumerable<string?> texts)
    {
        if (file is null)
        {
            return;
        }

        json.WriteStartArray();
        json.WriteStringValue(file);
        json.WriteStringValue(title);
        json.WriteStringValue(kind);
        foreach (string text in texts.OfType<string>().Distinct(StringComparer.Ordinal).Where(t => t.Length > 0 && t != title))
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
