import type { Condition } from '../../language/condition.ts';
import { matchingStates, stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { isBlockingTarget, isUsableTarget } from '../judging/usability.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { readsIn } from '../linting/condition-reads.ts';

/** States that block in one system and are good to use in the other. */
export const stateProjectionUsabilityConflict = defineLint({
  id: 'state-projection-usability-conflict',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'What each state means for use is declared, and so is that one stands for the other.',
  purpose: 'Reports a state that blocks and that a value map or an `agree` pairs with one that is good to use.',
  why: 'What is on hold in one system is used or shipped by the other, and both show what they were told.',
  fix: 'Map the state to one that blocks as well, or correct the class or trait that is wrong.',
  reads: [
    'valueMaps.from',
    'valueMaps.to',
    'valueMaps.map',
    'valueMaps.bothWays',
    'invariants.agree',
    'lifecycles.state.class',
    'codes.value.trait',
  ],
  examples: [
    {
      name: 'held becomes usable, by a state or a code; read backwards; allowed side by side',
      spec: `
        objects: {lot: {}}
        codes: {CL: {values: {F: {title: Free, trait: usable}, B: {title: Blocked, trait: blocking}}}}
        lifecycles:
          LOT: {object: lot, states: {A: active, Held: held, Free: released}}
          INV: {object: lot, states: {QI: quarantine, Blocked: held, Released: released}}
        valueMaps:
          VM-1: {from: LOT, to: INV, map: {Held: Released, Free: Released}}
          VM-2: {from: INV, to: CL, map: {QI: F, Blocked: B, Released: F}}
          VM-3: {from: LOT, to: CL, map: {Free: B}, bothWays: true}
          VM-4: {from: CL, to: INV, map: {B: Released}}
        invariants: {AG: {agree: [{LOT: [A, Held], INV: [QI, Released]}]}}`,
      expect: [
        '7:42 error VM-1: VM-1 makes Released, which is good to use, of Held, which blocks.',
        '8:39 error VM-2: VM-2 makes F, which is good to use, of QI, which blocks.',
        '9:41 error VM-3: VM-3 makes Free, which is good to use, of B, which blocks, when it is read backwards.',
        '10:38 error VM-4: VM-4 makes Released, which is good to use, of B, which blocks.',
        '11:27 error AG: AG lets LOT.Held (class held) agree with INV.Released (class released).',
      ],
    },
    {
      name: 'blocking stays blocking, usable may become blocked one way, a review that waits for the stock, no meaning declared',
      spec: `
        objects: {lot: {}}
        codes: {CL: {values: {F: {title: Free, trait: usable}, B: {title: Blocked, trait: blocking}, NEU: Neutral}}}
        lifecycles:
          LOT: {object: lot, states: {A: active, Held: held, Free: released}}
          INV: {object: lot, states: {QI: quarantine, Blocked: held, Released: released, Bare: {}}}
        valueMaps:
          VM-1: {from: LOT, to: INV, map: {Held: Blocked, Free: Released}}
          VM-2: {from: LOT, to: CL, map: {Held: NEU, Free: B, A: F}}
          VM-3: {from: INV, map: {Blocked: Released}}
        invariants: {AG: {agree: [{LOT: Free, INV: [QI, Released]}, {LOT: Held, INV: Blocked}]}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const map of model.ofKind('value-map')) {
      for (const [source, target] of Object.entries(map.attributes.map)) {
        const pair = conflictOf(map, source, target, model);
        if (pair === undefined) continue;
        yield {
          element: map,
          path: ['map', source],
          message: `${map.id} makes ${pair.usable}, which is good to use, of ${pair.blocking}, which blocks${pair.backwards ? ', when it is read backwards' : ''}.`,
          hint: 'Map it to what blocks as well, or correct the class or trait.',
          subject: [map.attributes.from ?? null, map.attributes.to ?? null, source, target, pair.backwards],
        };
      }
    }
    for (const invariant of model.ofKind('invariant')) {
      for (const [index, condition] of (invariant.attributes.agree ?? []).entries())
        yield* sideBySide(model, invariant, index, condition);
    }
  },
});

interface Pair {
  readonly blocking: string;
  readonly usable: string;
  readonly backwards: boolean;
}

function conflictOf(map: Element<'value-map'>, source: string, target: string, model: SpecModel): Pair | undefined {
  const { from, bothWays } = map.attributes;
  // What a code or state means is asked of its own list.
  const asTarget = { ...map, attributes: { ...map.attributes, to: from } } as Element;
  if (isBlockingTarget(asTarget, source, model) && isUsableTarget(map, target, model))
    return { blocking: source, usable: target, backwards: false };
  if (bothWays === true && isUsableTarget(asTarget, source, model) && isBlockingTarget(map, target, model))
    return { blocking: target, usable: source, backwards: true };
  return undefined;
}

/** A combination that lets one machine be on hold while another says that the same thing may be used. */
function* sideBySide(
  model: SpecModel,
  invariant: Element<'invariant'>,
  index: number,
  condition: Condition,
): Generator<LintReport> {
  const vocabulary = stateVocabulary(model);
  const states = readsIn(condition).flatMap(({ leaf }) =>
    leaf.kind === 'status'
      ? matchingStates(leaf.states, leaf.lifecycle, vocabulary).map((state) => ({
          lifecycle: leaf.lifecycle,
          id: `${leaf.lifecycle}.${state}`,
          class: vocabulary.classOf(leaf.lifecycle, state),
        }))
      : [],
  );
  for (const held of states) {
    if (held.class !== 'held') continue;
    const usable = states.find((other) => other.lifecycle !== held.lifecycle && other.class === 'released');
    if (usable === undefined) continue;
    yield {
      element: invariant,
      path: ['agree', index],
      message: `${invariant.id} lets ${held.id} (class held) agree with ${usable.id} (class released).`,
      hint: 'Say what the other side shows while the thing is on hold: a state that blocks.',
      subject: ['agree', held.id, usable.id],
    };
  }
}
