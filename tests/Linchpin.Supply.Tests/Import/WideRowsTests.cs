using Linchpin.Claims;
using Linchpin.Supply.Import;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Tests.Import;

public sealed class WideRowsTests
{
    [Fact]
    public void A_cell_that_is_held_otherwise_than_it_was_read_is_a_fault_of_the_program_and_not_of_the_data()
    {
        var axis = new TableAxis([new AxisLabel(LabelKind.Industry, "KOR", "a"), new AxisLabel(LabelKind.Final, "KOR", "use")], c => c, "here", TableLimits.Import);
        var rows = new WideRows(axis);
        rows.Take(0, 0, 5, primary: false);
        rows.Take(0, 1, 7, primary: false);
        rows.NeedNothingLost();
        rows.Z[0, 0] = 5 + 1e-9;
        Fault fault = Should.Throw<FaultException>(rows.NeedNothingLost).Fault;
        fault.Kind.Code.ShouldBe("supply.cells-lost");
        fault.Kind.Exit.ShouldBe(Exit.Bug);
    }
}
