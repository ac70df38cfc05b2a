using Linchpin.Claims;
using Linchpin.Reading.Findings;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Statements;

/// <content>What a mechanism arose from, and what its talks were about.</content>
internal sealed partial class StatementFinder
{
    private const int ALot = 3;

    /// <summary>"emerged from X", "a culmination of X and Y".</summary>
    private void Origin(int i, Sentence sentence)
    {
        bool verb = _tokens[i].Lower is "emerged" or "arose" or "arisen" or "stems" or "stemmed" or "grew" or "originated" or "sprang" or "evolved" && Find(i + 1, Math.Min(sentence.To, i + 3), t => t.Lower is "from" or "of") > 0;
        bool noun = _tokens[i].Lower is "culmination" or "outgrowth" or "outcome" or "offshoot" or "product" or "result" && Lower(i + 1, "of", sentence);
        if ((!verb && !noun) || Unreal(i, sentence) || Denied(i, sentence))
        {
            return;
        }

        int end = Math.Min(End(i, sentence), i + 40);
        Thing[] origins = [.. _names.In(i + 1, end).Where(Counts).Select(m => m.Thing).Distinct()];
        int from = Math.Max(sentence.From, i - 24);
        Thing? about = _names.In(from, i).Where(Counts).Select(m => m.Thing).LastOrDefault(t => !origins.Contains(t)) ?? (_last is { } last && !origins.Contains(last) ? last : null);
        if (about is null || origins.Length == 0)
        {
            return;
        }

        Mention final = _names.In(i + 1, end).Last(Counts);
        foreach (Thing origin in origins)
        {
            Say(about, "arose-from", new EntityValue(EntityId.Of("mechanism", origin.Canonical)), from, final.To);
        }
    }

    /// <summary>Three sectors or more, listed after "such as", "spanned" or "including", in talks of a mechanism.</summary>
    private void Topics(Sentence sentence)
    {
        int at = Find(sentence.From, sentence.To, t => t.Lower is "spanned" or "covered" or "including" or "included" or "topics" or "fields" or "areas" or "focused" or "discussed");
        bool talks = at >= 0 && Find(sentence.From, sentence.To, t => t.Lower is "discussions" or "talks" or "explored" or "discussed" or "dialogue" or "meeting" or "agenda" or "topics" or "consultations") >= 0;
        if (!talks || Unreal(at, sentence))
        {
            return;
        }

        int end = End(at, sentence);
        List<string> sectors = Sectors.In(_tokens, at, end);
        string[] who = PartiesIn(sentence.From, at);
        Thing? about = (FirstMechanism(sentence.From, at) ?? null)?.Thing ?? (who.Length == 0 ? _last : Joining(who));
        if (sectors.Count < ALot || about is null)
        {
            return;
        }

        foreach (string sector in sectors)
        {
            Say(about, "topic", new EntityValue(EntityId.Sector(sector)), Math.Max(sentence.From, at - 3), end);
        }
    }
}
