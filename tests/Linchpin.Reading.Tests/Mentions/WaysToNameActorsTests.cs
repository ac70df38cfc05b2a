namespace Linchpin.Reading.Tests.Mentions;

/// <summary>Ministries, services, firms and people whose names no list knows.</summary>
public class WaysToNameActorsTests
{
    [Theory]
    [InlineData("Peru's trade ministry said that the ore would last a month.", "trade ministry")]
    [InlineData("The Dutch foreign ministry denied it.", "Dutch foreign ministry")]
    [InlineData("The Ghanaian trade and industry ministry published the list.", "Ghanaian trade and industry ministry")]
    [InlineData("The Kenyan Air Force bought six jets.", "Kenyan Air Force")]
    [InlineData("The Peruvian Coast Guard reported the ship.", "Peruvian Coast Guard")]
    [InlineData("The chipmaker Nordlys sold its plant to a fund.", "Nordlys")]
    [InlineData("Firms such as Voltara, Tanaka Denki and Kivu Lithium protested.", "Tanaka Denki")]
    [InlineData("Aqualith, a Norwegian start-up, sells the membranes.", "Aqualith")]
    [InlineData("Samsung, Voltara and TSMC bought the tool.", "Voltara")]
    [InlineData("Ghana's Volta Grid supplies the motors.", "Volta Grid")]
    [InlineData("Harbour Steel will build the frame in Bergen.", "Harbour Steel")]
    [InlineData("A licence went to Voltara AG.", "Voltara AG")]
    [InlineData("Small firms such as Advanced Voltics cannot wait.", "Advanced Voltics")]
    [InlineData("Fingrot and Elerot, the grid operators, agreed.", "Fingrot")]
    [InlineData("Fortrex and Kelpine will test a vessel.", "Fortrex")]
    [InlineData("The Minister for Transport, Regional Development and Local Government Catherine King spoke.", "Catherine King")]
    [InlineData("King Njoya University of Science opened a hall.", "Njoya University of Science")]
    [InlineData("Peru's harbour master met Chile's Arturo Prat.", "Arturo Prat")]
    [InlineData("“Tides decide,” said Michael Faraday.", "Michael Faraday")]
    [InlineData("At noon, Peary announced that the ice would hold.", "Peary")]
    public void An_actor_is_named_by(string text, string name) => Files.Read(text).Of("actor").SelectMany(a => a.Aliases).ShouldContain(name);

    [Theory]
    [InlineData("Lunch was served at noon in Bergen. Bergen is wet.")]
    [InlineData("Semiconductors make up a third of exports.")]
    [InlineData("Quantum makes sensors better.")]
    [InlineData("Firms that use AI, magnets and LNG protested.")]
    [InlineData("The bank on the river was steep.")]
    [InlineData("Hydrogen and ammonia will be tested. So will hydrogen.")]
    [InlineData("The Deputy Director for Manufacturing Industries spoke.")]
    public void No_actor_is_named_by(string text) => Files.Read(text).Of("actor").ShouldBeEmpty();
}
