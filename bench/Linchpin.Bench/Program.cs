using Linchpin.Bench;

// dotnet run -c Release --project bench/Linchpin.Bench -- NAME...   (no name: all)
var benches = new Dictionary<string, Action<Measure>>
{
    ["reading"] = ReadingBench.Run,
    ["ledger"] = LedgerBench.Run,
    ["workbench"] = WorkbenchBench.Run,
    ["supply"] = SupplyBench.Run,
};
string[] names = args.Length == 0 ? [.. benches.Keys] : args;
foreach (string name in names)
{
    if (!benches.TryGetValue(name, out Action<Measure>? bench))
    {
        Console.Error.WriteLine($"No benchmark '{name}': {string.Join(", ", benches.Keys)}");
        return 2;
    }

    Console.WriteLine($"## {name}");
    Console.WriteLine("| what | runs | median | fastest | slowest |");
    Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
    bench(new Measure());
    Console.WriteLine();
}

return 0;
