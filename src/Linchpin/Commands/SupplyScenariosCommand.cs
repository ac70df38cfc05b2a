using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply scenarios</c>: the scenarios that come with the program.</summary>
internal static class SupplyScenariosCommand
{
    public static Command Create() => new Command("scenarios", "List the scenarios that come with the program; their names stand for a file in simulate.") { Shared.Json }.Does(run =>
    {
        (string Name, Scenario About)[] all = [.. ShippedScenarios.Names.Select(n => (n, ShippedScenarios.Read(n)))];
        if (run.Get(Shared.Json))
        {
            run.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach ((string name, Scenario about) in all)
                {
                    json.WriteStartObject();
                    json.WriteString("name", name);
                    json.WriteString("title", about.Title);
                    json.WriteString("note", about.Note);
                    json.WriteStartArray("sources");
                    foreach (string source in about.Sources)
                    {
                        json.WriteStringValue(source);
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }, indented: true);
            return Exit.Done;
        }

        foreach ((string name, Scenario about) in all)
        {
            run.Out.WriteLine($"{name,-30} {about.Title}");
        }

        return Exit.Done;
    });
}
