using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Reading;

namespace Linchpin.Intakes;

/// <summary>What the record holds of the things that resolving looks at: read from it once, then kept up with what each document adds.</summary>
/// <remarks>So the thousandth document of a folder costs what the first one did. What other processes store meanwhile is not seen until the next run.</remarks>
internal sealed class KnownRecord
{
    // The kinds that Resolution proposes on; bodies and people have one id by their name.
    private static readonly string[] Resolved = ["mechanism", "event", "commitment", "recommendation", "outcome"];

    private readonly View _begun;
    private readonly Dictionary<EntityId, State> _states = [];
    private readonly Dictionary<EntityId, EntityId> _kept = [];

    /// <summary>Reads it from a view of the owner's.</summary>
    internal KnownRecord(View view)
    {
        _begun = view;
        foreach (HeldClaim held in Resolved.SelectMany(kind => view.EachClaim(new ClaimFilter(Kind: kind))))
        {
            StateOf(held.Subject).Add(held.Claim, held.Value, held.Published);
        }

        foreach (State state in _states.Values)
        {
            Entities.Put(state.Known(view));
        }
    }

    /// <summary>What resolving asks.</summary>
    internal KnownEntities Entities { get; } = new();

    /// <summary>Takes in what a deposit added.</summary>
    internal void Learn(Deposit deposit)
    {
        foreach (Judgement same in deposit.Judgements.Where(j => j.Act == JudgementAct.SameAs))
        {
            _kept[EntityId.Parse(same.On)] = EntityId.Parse(same.Into!);
        }

        PartialDate? published = deposit.Documents.SingleOrDefault()?.Published;
        var touched = new HashSet<State>();
        foreach (Claim claim in deposit.Claims.Where(c => Resolved.Contains(c.Subject.Kind, StringComparer.Ordinal)))
        {
            State state = StateOf(Kept(claim.Subject));
            state.Add(claim, claim.Value is EntityValue entity ? new EntityValue(Kept(entity.Id)) : claim.Value, published);
            touched.Add(state);
        }

        foreach (State state in touched)
        {
            Entities.Put(state.Known(_begun));
        }
    }

    private State StateOf(EntityId id)
    {
        if (!_states.TryGetValue(id, out State? state))
        {
            _states.Add(id, state = new State(id));
        }

        return state;
    }

    private EntityId Kept(EntityId id)
    {
        for (int step = 0; step < 8 && _kept.TryGetValue(id, out EntityId kept) && kept != id; step++)
        {
            id = kept;
        }

        return _begun.Resolve(id);
    }

    /// <summary>What the claims about one entity come to, in the order they were recorded.</summary>
    private sealed class State(EntityId id)
    {
        private readonly Dictionary<string, (int Count, DateOnly First, int Order)> _names = new(StringComparer.Ordinal);
        private readonly List<string> _called = [];
        private readonly SortedSet<EntityId> _members = [], _mechanisms = [], _parties = [], _sectors = [];
        private int _given;
        private DocumentSource? _place;
        private PartialDate? _date, _when, _published;
        private string? _type, _what;
        private bool _dated, _typed;

        internal void Add(Claim claim, Value value, PartialDate? published)
        {
            _place ??= claim.Source as DocumentSource;
            _when ??= claim.Valid.From;
            _published ??= published;
            switch (claim.Property, value)
            {
                case ("name" or "alias", TextValue text):
                    Call(text.Words, claim.Property == "name", published?.Earliest ?? DateOnly.MaxValue);
                    break;
                case ("member", EntityValue entity):
                    _members.Add(entity.Id);
                    break;
                case ("mechanism", EntityValue entity):
                    _mechanisms.Add(entity.Id);
                    break;
                case ("who" or "sector" or "concerns", EntityValue entity):
                    (entity.Id.Kind == "sector" ? _sectors : entity.Id.Kind == "mechanism" ? _mechanisms : _parties).Add(entity.Id);
                    break;
                case ("what" or "shows", TextValue text):
                    _what ??= text.Words;
                    break;
                case ("date", not (UnknownValue or NotApplicableValue)) when !_dated:
                    (_dated, _date) = (true, (value as DateValue)?.On);
                    break;
                case ("type", not (UnknownValue or NotApplicableValue)) when !_typed:
                    (_typed, _type) = (true, (value as TextValue)?.Words);
                    break;
            }
        }

        internal KnownEntity Known(View view) => new(
            id, Name(view), [.. _called], [.. _members.Select(m => m.Name)], _mechanisms.Count > 0 ? _mechanisms.Min : null, _date, _type,
            _place?.Document, _place?.At.Start ?? 0, _place?.At.End ?? 0)
        {
            Told = id.Kind is not ("commitment" or "outcome") ? null : new KnownTelling(
                _what ?? "", _parties.Select(p => p.Name).ToHashSet(StringComparer.Ordinal), _sectors.Select(s => s.Name).ToHashSet(StringComparer.Ordinal), _mechanisms, _when ?? _date ?? _published),
        };

        private void Call(string words, bool name, DateOnly published)
        {
            bool known = _names.TryGetValue(words, out (int Count, DateOnly First, int Order) at);
            if (!known)
            {
                _called.Add(words);
            }

            _names[words] = name
                ? (at.Count + 1, at.Count == 0 || published < at.First ? published : at.First, at.Count == 0 ? _given++ : at.Order)
                : (at.Count, at.First, at.Order);
        }

        // The name that a view would show: most often given, then published first, then recorded first.
        private string Name(View view) =>
            _names.Where(n => n.Value.Count > 0).OrderByDescending(n => n.Value.Count).ThenBy(n => n.Value.First).ThenBy(n => n.Value.Order).Select(n => n.Key).FirstOrDefault()
            ?? (_what is not null ? Shown.Short(_what, 120) : id.Kind == "mechanism" ? view.NameOf(id) : "");
    }
}
