namespace Linchpin.Supply;

/// <summary>How concentrated an importer's purchases are over origins.</summary>
/// <remarks>Trade that is not named by origin lies between one more origin and none of any size: hence two bounds.</remarks>
/// <param name="Hhi">Herfindahl-Hirschman index over the named origins' shares of all value, from 0 to 1: the lower bound.</param>
/// <param name="HhiUpper">The same where all that is not named came from one more origin.</param>
/// <param name="TopOrigin">The largest origin.</param>
/// <param name="TopShare">Its share.</param>
/// <param name="EffectiveSuppliers">1 / <paramref name="Hhi"/>.</param>
public sealed record TradeConcentration(double Hhi, double HhiUpper, string TopOrigin, double TopShare, double EffectiveSuppliers);
