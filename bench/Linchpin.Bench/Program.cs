using Linchpin.Bench;

// One harness a room; each prints the tables that its committed results page holds.
switch (args.FirstOrDefault())
{
    case "reading":
        return ReadingBench.Run(new Measure());
    case "fuzz":
        return Fuzz.Run(args[1..]);
    case "ledger":
        return LedgerBench.Run(args[1..]);
    case "supply":
        return SupplyBench.Run(args[1..]);
    case "plan":
        return PlanBench.Run(args[1..]);
    case "tables" when args is [_, "once", var folder]:
        return TableBench.Once(folder);
    case "tables":
        return TableBench.Run(args[1..]);
    case "ensemble":
        return EnsembleBench.Run(args[1..]);
    case "indicators":
        return IndicatorBench.Run(new Measure(), args[1..]);
    case "workbench":
        return await WorkbenchBench.Run(new Measure(), args.ElementAtOrDefault(1)).ConfigureAwait(false);
    default:
        Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/Linchpin.Bench -- reading | fuzz [MINUTES [SEEDS [FOUND [SEED]]]] | ledger | supply [TABLE-FOLDER [inverse|bandwidth|ario]] | plan [TABLE-FOLDER] | tables [large] | ensemble [RUNS [TABLE-FOLDER]] | indicators [ROWS] | workbench [HOME]");
        return 2;
}
