import { defineLint } from '../lint-rule.ts';
import { matchingStates, stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import { listed } from '../judging/wording.ts';
import { dangerousSide, listPath, uncoveredStates, unlistedSide } from '../linting/set-cover.ts';

/** States that a consumer's list forgets. */
export const stateSetNotTotal = defineLint({
  id: 'state-set-not-total',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The class of the state says that it is unresolved, and the list lets it through.',
  purpose:
    'Reports a state of class open, held or quarantine that a blocking or permitting set leaves to the dangerous side.',
  why: 'The consumer never learns of the status: what it should stop goes through.',
  fix: 'Name the state in the set, define the set by classes, or let what it does not name fall on the safe side (`unknown`).',
  reads: [
    'sets.of',
    'sets.members',
    'sets.except',
    'sets.classes',
    'sets.unknown',
    'sets.effect',
    'lifecycles.state.class',
  ],
  examples: [
    {
      name: 'a blocking list forgets an open state',
      spec: `
        lifecycles:
          NCR: {states: {Draft: pre, Open: open, PendingVerification: open, Closed: closed}}
        sets:
          VM-BLOCK: {of: NCR, effect: blocks, members: [Open], unknown: out}`,
      expect: [
        '4:48 error VM-BLOCK: VM-BLOCK blocks Open, but not PendingVerification (class open): what the list does not name counts as out.',
      ],
    },
    {
      name: 'without `unknown` the sense of the list decides; a permitting list lets in what it does not except',
      spec: `
        lifecycles:
          INV: {states: {QI: quarantine, Blocked: held, Released: released}}
        sets:
          HOLDS: {of: INV, effect: blocks, members: [Blocked]}
          USABLE: {of: INV, effect: permits, except: [Blocked]}`,
      expect: [
        '4:45 error HOLDS: HOLDS blocks Blocked, but not QI (class quarantine): what the list does not name counts as out, since the set does not say otherwise.',
        '5:46 error USABLE: USABLE permits QI (class quarantine): every state is in that `except` does not name.',
      ],
    },
    {
      name: 'every unresolved state is decided, or what is not listed is safe, or the set does neither block nor permit',
      spec: `
        lifecycles:
          NCR: {states: {Draft: pre, Open: open, UnderReview: open, Closed: closed}}
          BARE: {states: {A: {}, B: {}}}
        sets:
          LISTED: {of: NCR, effect: blocks, members: [Open, UnderReview], unknown: out}
          BY-CLASS: {of: NCR, effect: blocks, classes: [open]}
          DEFAULT-DENY: {of: NCR, effect: blocks, except: [Closed, Draft]}
          DENY-KNOWN: {of: NCR, effect: blocks, except: [Closed, Draft], unknown: out}
          SAFE: {of: NCR, effect: blocks, members: [Open], unknown: in}
          REFUSES: {of: NCR, effect: permits, members: [Closed], unknown: reject}
          USABLE: {of: NCR, effect: permits, members: [Closed]}
          DECIDED: {of: NCR, effect: blocks, except: [Closed, Draft, UnderReview]}
          PLAIN: {of: NCR, members: [Open]}
          NO-CLASSES: {of: BARE, effect: blocks, members: [A]}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const vocabulary = stateVocabulary(model);
    for (const set of model.ofKind('set')) {
      const missing = uncoveredStates(model, set);
      if (missing.length === 0) continue;
      const { of: lifecycle, effect } = set.attributes;
      const { declared } = unlistedSide(set);
      const side = dangerousSide(set);
      const inside = matchingStates({ kind: 'set', set: set.id }, lifecycle, vocabulary);
      const why = declared ? '' : ', since the set does not say otherwise';
      for (const state of missing) {
        const named = `${state.localId} (class ${state.attributes.class ?? ''})`;
        yield {
          element: set,
          path: listPath(set),
          message:
            side === 'out'
              ? `${set.id} blocks ${inside.length === 0 ? 'nothing' : listed(inside)}, but not ${named}: what the list does not name counts as out${why}.`
              : set.attributes.except === undefined
                ? `${set.id} permits ${named}, which its list does not name: such a state counts as in${why}.`
                : `${set.id} permits ${named}: every state is in that \`except\` does not name.`,
          hint:
            side === 'out'
              ? `Add ${state.localId} to \`members\`, or define the set by \`classes: [open]\` or \`except\`, so that a new state blocks by itself.`
              : `Add ${state.localId} to \`except\`, or name what is permitted in \`members\`.`,
          subject: [
            effect ?? null,
            set.attributes.unknown ?? null,
            lifecycle,
            state.localId,
            state.attributes.class ?? null,
          ],
          related: [
            { message: `${lifecycle}.${state.localId} is declared here.`, element: state, path: [], part: 'key' },
          ],
        };
      }
    }
  },
});
