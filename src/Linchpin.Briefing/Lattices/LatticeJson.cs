using System.Globalization;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Lattices;

/// <summary>A lattice as JSON. Each claim that is used stands once under <c>claims</c> with its source; cells name claims by id.</summary>
internal sealed class LatticeJson(Utf8JsonWriter json)
{
    private readonly SortedDictionary<string, HeldClaim> _claims = new(StringComparer.Ordinal);

    /// <summary>Writes it part by part: each step the head, a row, or up to a thousand claims.</summary>
    internal IEnumerable<Utf8JsonWriter> Parts(Lattice lattice)
    {
        json.WriteStartObject();
        Strings("partners", lattice.Partners.Select(p => p.Name));
        json.WriteString("reader", lattice.Reader.Name);
        json.WriteStartObject("asOf");
        Day("valid", lattice.AsOf.Valid);
        Day("publishedBy", lattice.AsOf.PublishedBy);
        Day("knownBy", lattice.AsOf.KnownBy);
        json.WriteEndObject();
        json.WriteStartObject("threshold");
        json.WriteString("measure", "look-through-share");
        json.WriteNumber("share", lattice.Settings.Threshold);
        if (lattice.Settings.Year is { } year)
        {
            json.WriteNumber("year", year);
        }

        json.WriteEndObject();
        json.WriteStartArray("columns");
        foreach (LatticeColumn column in lattice.Columns)
        {
            json.WriteStartObject();
            json.WriteString("id", column.Id);
            json.WriteString("name", column.Name);
            json.WriteString("kind", column.Kind.ToString().ToLowerInvariant());
            Strings("partners", column.Partners.Select(p => p.Name));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (LatticeRow row in lattice.Rows)
        {
            Row(row);
            yield return json;
        }

        json.WriteEndArray();
        Chokepoints(lattice.Chokepoints);
        Promises("withoutSector", lattice.WithoutSector);
        Promises("withoutParties", lattice.WithoutParties);
        json.WriteStartObject("claims");
        foreach (KeyValuePair<string, HeldClaim>[] some in _claims.Chunk(1000))
        {
            foreach ((string id, HeldClaim claim) in some)
            {
                json.WritePropertyName(id);
                Source(claim);
            }

            yield return json;
        }

        json.WriteEndObject();
        json.WriteEndObject();
        yield return json;
    }

    private void Row(LatticeRow row)
    {
        json.WriteStartObject();
        json.WriteString("sector", row.Sector.Id);
        json.WriteString("label", row.Sector.Label);
        if (row.WhyNoTable is { } why)
        {
            json.WriteString("exposureNotApplicable", why);
        }

        json.WriteStartArray("cells");
        foreach (LatticeCell cell in row.Cells)
        {
            json.WriteStartObject();
            json.WriteString("column", cell.Column.Id);
            json.WriteString("finding", cell.Finding.Code());
            json.WriteString("sentence", cell.Sentence);
            Strings("promisedIn", cell.PromisedIn);
            json.WriteStartArray("mechanisms");
            foreach (CellMechanism mechanism in cell.Mechanisms)
            {
                json.WriteStartObject();
                json.WriteString("id", mechanism.Id.ToString());
                json.WriteString("name", mechanism.Name);
                Strings("outside", mechanism.Outside.Select(o => o.ToString()));
                Claims(mechanism.Claims);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Promises("commitments", cell.Promises);
            Promises("commitmentsOfSome", cell.PromisesOfSome);
            json.WriteStartArray("exposures");
            foreach (Exposure exposure in cell.Exposures)
            {
                Exposure(exposure);
            }

            json.WriteEndArray();
            Chokepoints(cell.Chokepoints);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Promises(string name, IReadOnlyList<Promise> promises)
    {
        json.WriteStartArray(name);
        foreach (Promise promise in promises)
        {
            json.WriteStartObject();
            Strings("ids", promise.Ids.Select(i => i.ToString()));
            if (promise.What.Count > 0)
            {
                json.WriteString("what", promise.What[0].Value.Display);
                json.WriteBoolean("sourceWords", promise.What[0].Claim.Author.Kind != AuthorKind.Person);
            }

            Text("act", promise.ActWord);
            json.WriteString("state", promise.State.Code());
            Strings("parties", promise.Parties.Select(p => p.ToString()));
            Strings("outside", promise.Outside.Select(o => o.Name));
            Strings("mechanisms", promise.Mechanisms.Select(m => m.ToString()));
            Text("date", promise.Date?.ToString());
            Text("due", (promise.Due?.Value as DateValue)?.On.ToString());
            if (promise.MetAgain is { } met)
            {
                json.WriteStartObject("metAgain");
                json.WriteString("event", met.Event.ToString());
                json.WriteString("date", met.On.ToString());
                Claims(met.Claims);
                json.WriteEndObject();
            }

            Claims(promise.Claims);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Exposure(Exposure exposure)
    {
        json.WriteStartObject();
        json.WriteString("tableSector", exposure.TableSector.Name);
        json.WriteString("tableSectorName", exposure.TableSectorName);
        json.WriteString("fit", exposure.Fit.ToString().ToLowerInvariant());
        json.WriteString("fitReason", exposure.FitReason);
        json.WriteString("supplier", exposure.Supplier.Name);
        json.WriteString("supplierName", exposure.SupplierName);
        json.WriteString("supplierIs", exposure.Place switch
        {
            SupplierPlace.Foreign => "foreign",
            SupplierPlace.Partner => "partner",
            _ => "not-a-country",
        });
        json.WriteNumber("year", exposure.Year);
        json.WriteString("dataset", exposure.Dataset.ToString());
        json.WriteNumber("lookThroughShare", exposure.Share);
        json.WriteStartArray("members");
        foreach (MemberShare member in exposure.Members)
        {
            json.WriteStartObject();
            json.WriteString("partner", member.Partner.Name);
            json.WriteNumber("lookThroughShare", member.LookThrough.Part);
            json.WriteString("of", member.LookThrough.Base);
            if (member.FaceValue is { } face)
            {
                json.WriteNumber("faceValueShare", face.Part);
            }

            Claims(member.Claims);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Chokepoints(IReadOnlyList<Chokepoint> chokepoints)
    {
        json.WriteStartArray("chokepoints");
        foreach (Chokepoint chokepoint in chokepoints)
        {
            json.WriteStartObject();
            json.WriteString("id", chokepoint.Id.ToString());
            json.WriteString("supplier", chokepoint.Supplier.Name);
            json.WriteString("supplierName", chokepoint.SupplierName);
            json.WriteString("supplierIs", chokepoint.Place == SupplierPlace.Partner ? "partner" : "foreign");
            json.WriteString("tableSector", chokepoint.TableSector.Name);
            json.WriteString("tableSectorName", chokepoint.TableSectorName);
            Text("fit", chokepoint.Fit?.ToString().ToLowerInvariant());
            json.WriteNumber("year", chokepoint.Year);
            json.WriteString("dataset", chokepoint.Dataset.ToString());
            json.WriteString("currency", chokepoint.Members[0].Loss.Currency);
            json.WriteString("prices", chokepoint.Members[0].Loss.Prices);
            json.WriteNumber("valueAddedLoss", chokepoint.Loss);
            json.WriteStartArray("members");
            foreach (MemberLoss member in chokepoint.Members)
            {
                json.WriteStartObject();
                json.WriteString("partner", member.Partner.Name);
                json.WriteNumber("valueAddedLoss", member.Loss.Amount);
                if (member.Share is { } share)
                {
                    json.WriteNumber("valueAddedLossShare", share.Part);
                    json.WriteString("of", share.Base);
                }

                Claims(member.Claims);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Claims(chokepoint.Behind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Claims(IEnumerable<HeldClaim> claims)
    {
        json.WriteStartArray("claims");
        foreach (HeldClaim claim in claims)
        {
            _claims[claim.Claim.Id] = claim;
            json.WriteStringValue(claim.Claim.Id);
        }

        json.WriteEndArray();
    }

    private void Source(HeldClaim claim)
    {
        json.WriteStartObject();
        json.WriteString("subject", claim.Subject.ToString());
        json.WriteString("property", claim.Claim.Property);
        json.WritePropertyName("value");
        ClaimJson.Write(json, claim.Value);
        json.WritePropertyName("source");
        ClaimJson.Write(json, claim.Claim.Source);
        Text("published", claim.Published?.ToString());
        json.WriteString("standing", claim.Standing.ToString().ToLowerInvariant());
        json.WriteString("dated", claim.Dated.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    private void Strings(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private void Day(string name, DateOnly? day)
    {
        if (day is { } on)
        {
            json.WriteString(name, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }
}
