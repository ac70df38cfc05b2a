using Linchpin.Bench;

// One harness a room; each prints the tables that its committed results page holds.
switch (args.FirstOrDefault())
{
    case "supply":
        return SupplyBench.Run(args[1..]);
    default:
        Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/Linchpin.Bench -- supply [TABLE-FOLDER]");
        return 2;
}
