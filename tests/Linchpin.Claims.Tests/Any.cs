using FsCheck;
using FsCheck.Fluent;

namespace Linchpin.Claims.Tests;

/// <summary>Random dates, labels and claims.</summary>
internal static class Any
{
    internal static Config Often { get; } = Config.QuickThrowOnFailure.WithMaxTest(1000);

    internal static Gen<PartialDate> Date { get; } =
        from year in Gen.Choose(1000, 2999)
        from month in Gen.Choose(0, 12)
        from day in Gen.Choose(0, 31)
        select PartialDate.Of(year, month, month == 0 ? 0 : Math.Min(day, DateTime.DaysInMonth(year, month)));

    internal static Gen<Handling> Label { get; } =
        from owner in Gen.Elements("node", "KOR", "a+b")
        from tlp in Gen.Elements<Tlp?>(null, Tlp.Clear, Tlp.Green, Tlp.Amber, Tlp.AmberStrict, Tlp.Red)
        from listed in Gen.Elements(true, false)
        from list in Gen.ListOf(Gen.Elements("KOR", "jpn", "JPN", "kim", "USA"), 3)
        from held in Gen.Elements<DateOnly?>(null, new DateOnly(2024, 12, 31), new DateOnly(2025, 6, 1))
        select new Handling(owner, tlp, listed ? [.. list.Distinct(StringComparer.OrdinalIgnoreCase)] : null, held);

    internal static Gen<string> Words { get; } = ArbMap.Default.ArbFor<string>().Generator.Select(w => Whole(w)).Where(w => w.Length > 0);

    internal static Gen<Claim> Claim { get; } =
        from words in Words
        from number in ArbMap.Default.ArbFor<double>().Generator.Where(double.IsFinite)
        from part in Gen.Choose(0, 1_000_000)
        from date in Date
        from pick in Gen.Choose(0, 7)
        from valid in Gen.Elements(0, 1, 2)
        from start in Gen.Choose(0, 1_000_000)
        from label in Label
        from confidence in Gen.Elements<double?>(null, 0, 0.1, 1.0 / 3, 1)
        let value = pick switch
        {
            0 => (Subject: "body/a", Property: "description", Value: (Value)new TextValue(words)),
            1 => ("event/e", "ordinal", new QuantityValue(number, "1")),
            2 => ("exposure/x", "face-value-share", new ShareValue(part / 1e6, words)),
            3 => ("event/e", "date", new DateValue(date)),
            4 => ("event/e", "participant", new EntityValue(EntityId.Country("KOR"))),
            5 => ("event/e", "date", new UnknownValue(words)),
            6 => ("event/e", "place", new NotApplicableValue(words)),
            _ => ("commitment/c", "act", new TextValue("agreed")),
        }
        select new Claim(
            EntityId.Parse(value.Subject), value.Property, value.Value,
            valid == 0 ? ValidTime.Undated : new ValidTime(date, valid == 1 ? null : date),
            pick == 2 ? new DatasetSource(EntityId.Parse("dataset/d"), new string('a', 64), words) : new DocumentSource(EntityId.Parse("document/d"), new Passage(start, start + 7, Passage.HashOf(words))),
            pick == 2 ? new Author(AuthorKind.Engine, "engine", "1.0") : Author.Person(words), label, confidence);

    // JSON has no lone surrogates.
    private static string Whole(string? words) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(words ?? ""));
}
