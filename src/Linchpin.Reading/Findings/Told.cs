using Linchpin.Claims;

namespace Linchpin.Reading.Findings;

/// <summary>What has been found so far, with what later sentences refer to: the last date, the last event, the spans taken in this sentence.</summary>
internal sealed class Told
{
    /// <summary>For so many sentences "they agreed" is still at the event told.</summary>
    internal const int Onward = 4;

    internal List<Item> Events { get; } = [];

    internal List<Item> Commitments { get; } = [];

    internal List<Item> Recommendations { get; } = [];

    internal List<Item> Risks { get; } = [];

    /// <summary>The date of the last dated event: what "a week later" counts from.</summary>
    internal PartialDate? LastDate { get; set; }

    /// <summary>The event told last, for commitments made at it.</summary>
    internal Item? LastEvent { get; set; }

    /// <summary>The meeting that a report opens with: what is agreed later in it is agreed there.</summary>
    internal Item? Opening { get; set; }

    /// <summary>How many sentences ago the last event was told.</summary>
    internal int SinceEvent { get; set; }

    /// <summary>Whether the sentence before named a danger or said how many there are: "a third is …" may follow.</summary>
    internal bool CountsRisks { get; set; }

    /// <summary>Token spans of this sentence's recommendations, from subject to end, with the modal's place.</summary>
    internal List<(int From, int To, int Modal)> Advice { get; } = [];

    /// <summary>Token spans of this sentence's events.</summary>
    internal List<(int From, int To, Item Item)> EventSpans { get; } = [];

    internal void EndSentence()
    {
        Advice.Clear();
        EventSpans.Clear();
        SinceEvent++;
    }
}
