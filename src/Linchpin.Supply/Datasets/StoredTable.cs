using Linchpin.Supply.Import;

namespace Linchpin.Supply.Datasets;

/// <summary>A table ready to be kept as a dataset, with where it came from.</summary>
/// <param name="Table">The table.</param>
/// <param name="Format">The format it was read from, or <c>aggregate</c>.</param>
/// <param name="Categories">Its final demand categories with their names.</param>
/// <param name="Sources">The files it was read from; empty for an aggregated table.</param>
/// <param name="Notes">What a reader must know about how it was made.</param>
/// <param name="Parent">The table and mapping it was aggregated from; <see langword="null"/> for an imported table.</param>
internal sealed record StoredTable(
    InputOutputTable Table, string Format, IReadOnlyList<Named> Categories, IReadOnlyList<SourceFile> Sources, IReadOnlyList<string> Notes, DatasetParent? Parent);

/// <summary>Where an aggregated table came from.</summary>
/// <param name="Dataset">The table's dataset with year.</param>
/// <param name="Version">The table's version.</param>
/// <param name="Map">The mapping file's name.</param>
/// <param name="MapHash">SHA-256 of the mapping file.</param>
internal sealed record DatasetParent(string Dataset, string Version, string Map, string MapHash);

/// <summary>One year of a dataset as its manifest lists it.</summary>
internal sealed record DatasetYear(
    int Year, string File, long Bytes, string Hash, string Version, bool Output, bool PrimaryInputs, string Format, IReadOnlyList<SourceFile> Sources,
    IReadOnlyList<Industry> Absent, IReadOnlyList<string> Notes, double Bound, DatasetParent? Parent, string Balance);
