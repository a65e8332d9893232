import { matchingStates, stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { Condition } from '../../language/condition.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { readsIn } from '../linting/condition-reads.ts';
import { codeSpace } from '../linting/code-space.ts';
import { statusProjections } from '../linting/status-projection.ts';
import type { StatusProjection } from '../linting/status-projection.ts';

/** States that another system cannot show. */
export const stateProjectionNotTotal = defineLint({
  id: 'state-projection-not-total',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The state is declared, it is sent, and what arrives has no place for it.',
  purpose:
    'Reports a state that is sent to another system and that its value map refuses or its code list does not have, and one that no combination of an `agree` allows.',
  why: 'The other system cannot represent the state: the message is refused, and it goes on showing the state before.',
  fix: 'Add the entry to the value map, the code to the list of the receiver, or the combination to `agree`.',
  reads: [
    'valueMaps.from',
    'valueMaps.map',
    'valueMaps.unknown',
    'interfaces.field.from',
    'interfaces.field.map',
    'interfaces.field.codes',
    'codes.values',
    'codes.open',
    'invariants.agree',
    'lifecycles.states',
    'lifecycles.transition.emits',
  ],
  examples: [
    {
      name: 'refused by the map, not in the list of the receiver, in no combination',
      spec: `
        systems: {QMS: {}, ERP: {}}
        objects: {lot: {}}
        codes: {CL: {values: {Open: Open}}}
        lifecycles:
          NCR: {object: lot, system: QMS, states: {Draft: pre, Open: open, Closed: closed}, transitions: {raise: {from: Draft, to: Open, emits: [IF-1, IF-2]}, close: {from: Open, to: Closed, emits: [IF-1, IF-2]}}}
          INV: {object: lot, system: ERP, states: {QI: quarantine, Held: held, Released: released}}
        valueMaps: {VM: {from: NCR, map: {Open: O}, unknown: reject}}
        interfaces:
          IF-1: {from: QMS, to: ERP, fields: {s: {from: NCR, map: VM}}}
          IF-2: {from: QMS, to: ERP, fields: {s: {from: NCR, codes: CL}}}
        invariants: {AG: {agree: [{NCR: Open, INV: Held}, {NCR: [Draft, Closed], INV: QI}]}}`,
      expect: [
        '7:34 error VM: VM has no entry for Closed of NCR, which IF-1.s sends: the message is refused.',
        '10:61 error IF-2.s: IF-2.s sends Closed of NCR, which is not in the list CL.',
        '11:26 error AG: No combination of AG has INV.Released: in that state the systems never agree.',
      ],
    },
    {
      name: 'every state that is sent has its place, an open list, a default, and a map that has a rule of its own',
      spec: `
        systems: {QMS: {}, ERP: {}}
        objects: {lot: {}}
        codes: {CL: {values: {Open: Open, Closed: Closed}}, WIDE: {open: true, values: {Open: Open}}}
        lifecycles:
          NCR: {object: lot, system: QMS, states: {Draft: pre, Open: open, Closed: closed}, transitions: {raise: {from: Draft, to: Open, emits: IF-1}, close: {from: Open, to: Closed, emits: IF-1}}}
          INV: {object: lot, system: ERP, states: {QI: quarantine, Held: held}}
        valueMaps:
          VM: {from: NCR, map: {Open: O, Closed: C}, unknown: reject}
          OTHER: {from: NCR, map: {Open: O}, unknown: {default: X}}
          SILENT: {from: NCR, map: {Open: O}, unknown: pass}
          UNUSED: {from: NCR, map: {Open: O}, unknown: reject}
        interfaces:
          IF-1: {from: QMS, to: ERP, fields: {a: {from: NCR, map: VM}, b: {from: NCR, codes: CL}, c: {from: NCR, map: OTHER}, d: {from: NCR, codes: WIDE}, e: {from: NCR, map: SILENT}, f: {from: NCR}}}
        invariants: {AG: {agree: [{NCR: Open, INV: Held}, {NCR: {not: Open}}]}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const projection of statusProjections(model)) yield* withoutPlace(model, projection);
    for (const invariant of model.ofKind('invariant')) {
      if (statusOf(model, invariant) !== 'retired') yield* withoutCombination(model, invariant);
    }
  },
});

function* withoutPlace(model: SpecModel, { field, lifecycle, sent }: StatusProjection): Generator<LintReport> {
  const { map: mapId, codes } = field.attributes;
  const map = mapId === undefined ? undefined : model.get('value-map', mapId);
  const refuses = map?.attributes.unknown === 'reject' || map?.attributes.unknown === 'quarantine';
  const list = mapId === undefined ? codeSpace(model, codes) : undefined;
  for (const state of sent) {
    const related = [{ message: `${state.id} is declared here.`, element: state, path: [], part: 'key' as const }];
    if (map !== undefined && refuses && map.attributes.from === lifecycle.id) {
      if (Object.hasOwn(map.attributes.map, state.localId)) continue;
      yield {
        element: map,
        path: ['map'],
        message: `${map.id} has no entry for ${state.localId} of ${lifecycle.id}, which ${field.id} sends: the message is refused.`,
        hint: `Add an entry for ${state.localId}.`,
        subject: ['map', field.id, state.localId],
        related,
      };
    } else if (list !== undefined && !list.open && !list.codes.some(({ id }) => id === state.localId)) {
      yield {
        element: field,
        path: ['codes'],
        message: `${field.id} sends ${state.localId} of ${lifecycle.id}, which is not in ${list.noun}.`,
        hint: `Add ${state.localId} to ${list.noun}, or translate it by a value map.`,
        subject: ['codes', codes ?? '', state.localId],
        related,
      };
    }
  }
}

/** Lifecycles that every combination names, and their states that none of them allows. */
function* withoutCombination(model: SpecModel, invariant: Element<'invariant'>): Generator<LintReport> {
  const combinations = (invariant.attributes.agree ?? []).map((condition) => namedStatuses(model, condition));
  const [first] = combinations;
  for (const lifecycle of first?.keys() ?? []) {
    const allowed = combinations.map((combination) => combination.get(lifecycle));
    if (allowed.includes(undefined)) continue;
    const element = model.get('lifecycle', lifecycle);
    const states = element === undefined ? [] : model.partsOf(element, 'state');
    for (const state of states) {
      if (allowed.some((names) => names?.has(state.localId) === true)) continue;
      yield {
        element: invariant,
        path: ['agree'],
        message: `No combination of ${invariant.id} has ${state.id}: in that state the systems never agree.`,
        hint: `Add what the other side shows while ${lifecycle} is ${state.localId}.`,
        subject: ['agree', state.id],
        related: [{ message: `${state.id} is declared here.`, element: state, path: [], part: 'key' }],
      };
    }
  }
}

/** Lifecycle → states that a combination allows. */
function namedStatuses(model: SpecModel, condition: Condition): ReadonlyMap<string, ReadonlySet<string>> {
  const vocabulary = stateVocabulary(model);
  const allowed = new Map<string, Set<string>>();
  for (const { leaf } of readsIn(condition)) {
    if (leaf.kind !== 'status') continue;
    const states = matchingStates(leaf.states, leaf.lifecycle, vocabulary);
    allowed.set(leaf.lifecycle, new Set([...(allowed.get(leaf.lifecycle) ?? []), ...states]));
  }
  return allowed;
}
