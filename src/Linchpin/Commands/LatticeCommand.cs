using System.CommandLine;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Commands;

/// <summary><c>linchpin lattice</c>: sectors down, partners and their groups across.</summary>
internal static class LatticeCommand
{
    /// <summary>The share from which an exposure counts, in percent.</summary>
    public static readonly Option<double?> Threshold = new("--threshold")
    {
        Description = "From which look-through share of one foreign supplier a sector counts as exposed, in percent. Default: 10.",
        HelpName = "PERCENT",
        CustomParser = given => Shared.Number<double>(given),
    };

    public static Command Create() => new Command("lattice", "What was promised and where the partners are exposed, sector by sector.")
    {
        Shared.Partners, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, Threshold, Shared.Json,
    }.Does(run =>
    {
        Lattice lattice = new Briefing.Briefing(run.View(), Settings(run)).Lattice(Shared.Names(run.Required(Shared.Partners)));
        if (run.Get(Shared.Json))
        {
            run.WriteJson(lattice.WriteJson, indented: true);
        }
        else
        {
            Show(run, lattice);
        }

        return Exit.Done;
    });

    private static void Show(Invocation run, Lattice lattice)
    {
        foreach (LatticeRow row in lattice.Rows)
        {
            run.Out.WriteLine(row.Sector.Label);
            foreach ((LatticeColumn column, LatticeCell cell) in lattice.Columns.Zip(row.Cells).Where(c => !c.Second.Empty))
            {
                run.Out.WriteLine($"  {column.Name}: {cell.Finding.Words()}: {Invocation.Line(cell.Sentence, 400)}");
            }

            if (row.Cells.All(c => c.Empty))
            {
                run.Out.WriteLine("  no data");
            }
        }
    }

    /// <summary>The settings that the options ask for.</summary>
    /// <exception cref="FaultException"><c>program.usage</c></exception>
    public static LatticeSettings Settings(Invocation run) => run.Get(Threshold) is not { } percent ? new LatticeSettings()
        : percent is > 0 and <= 100 ? new LatticeSettings { Threshold = percent / 100 }
        : throw ProgramFaults.Usage.Because(FormattableString.Invariant($"--threshold {percent} is not a percentage above 0 and up to 100."));
}
