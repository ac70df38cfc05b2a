using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>How easily one origin of a product takes another's place, as a source of elasticities has it.</summary>
/// <remarks>
/// <para><b>Two conventions, never mixed.</b> An elasticity of substitution (Broda and Weinstein) is above 1, and the larger the easier. An elasticity
/// of imports to tariffs (ProTEE) is below 0, and the farther below the easier; in a CES model it is 1 less an elasticity of substitution, so
/// <see cref="Substitution"/> is 1 - epsilon for it.</para>
/// <para>Elasticities are for years, not for weeks: they say how supply sorts itself out, not how it holds in a shock.</para>
/// </remarks>
/// <param name="Dataset">What the file is.</param>
/// <param name="Product">The code that the file has, which may be shorter than or of another revision than the one asked for.</param>
/// <param name="Importer">For whom it was estimated; <see langword="null"/> where it is for all importers.</param>
/// <param name="Value">As the file has it; <see langword="null"/> where it has none.</param>
/// <param name="Substitution">In the convention of an elasticity of substitution; <see langword="null"/> where it is not known, or where one of imports to tariffs is not below zero.</param>
/// <param name="Caution">What was assumed, and what the source says against the estimate; empty where nothing is to be said.</param>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line of the file, from 1.</param>
public sealed record Elasticity(
    IndicatorDescriptor Dataset, string Product, string? Importer, double? Value, double? Substitution, string Caution, string File, int Line);
