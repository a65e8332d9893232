import { resolve } from '../../graph/resolve-reference.ts';
import type { Link } from '../../graph/spec-graph.ts';
import { writtenReferences } from '../../graph/walk-references.ts';
import type { WrittenReference } from '../../graph/written-reference.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';

/** What is in force and rests on what is not. */
export const effectiveUsesDraft = defineLint({
  id: 'effective-uses-draft',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'One is in force, and what it names is declared as not yet, or no longer, in force.',
  purpose: 'Reports an element in force that uses a draft or a retired one.',
  why: 'A validated path rests on something that nobody has validated, or that is gone.',
  fix: 'Put both in force together, keep the user a draft, or name what replaced the retired element.',
  reads: ['status'],
  examples: [
    {
      name: 'a step that sends a draft interface, a mapping over a retired value map, a condition on a draft set',
      spec: `
        systems: {QMS: {}, MES: {}}
        sets: {BLOCK: {of: NCR, members: [Open], status: draft}}
        valueMaps: {VM: {map: {A: B}, status: retired}}
        interfaces:
          IF-1: {from: QMS, to: MES, status: draft}
          IF-2: {from: QMS, to: MES, fields: {kind: {from: kind, map: VM}}}
        lifecycles:
          NCR:
            initial: Open
            states: {Open: open, Closed: closed}
            transitions:
              T1: {from: Open, to: Closed, emits: [IF-2, IF-1], when: {NCR: {in: BLOCK}}}`,
      expect: [
        '6:63 error IF-2.kind: IF-2.kind is in force, but uses VM, which is retired.',
        '12:50 error NCR.T1: NCR.T1 is in force, but uses IF-1, which is a draft.',
        '12:74 error NCR.T1: NCR.T1 is in force, but uses BLOCK, which is a draft.',
      ],
    },
    {
      name: 'both drafts, a draft that uses what is in force, what merely speaks of a draft, and history',
      spec: `
        systems: {QMS: {}, MES: {}}
        requirements: {URS-1: {text: planned, status: draft, satisfiedBy: IF-2}, URS-2: {text: done, satisfiedBy: IF-1}}
        interfaces:
          IF-1: {from: QMS, to: MES, status: draft, satisfies: URS-1}
          IF-2: {from: QMS, to: MES, satisfies: URS-1}
          IF-3: {from: QMS, to: MES, status: retired}
        lifecycles:
          NCR: {initial: Open, states: {Open: open, Gone: {class: closed, status: retired}}, transitions: {T1: {from: Open, to: same, status: draft, emits: IF-1}}}
        sets: {KNOWN: {of: NCR, members: [Open, Gone]}}
        tests: {TC-1: {level: OQ, verifies: [IF-1], steps: [{do: a, expect: b}]}}
        documents: {SOP-1: {kind: procedure, covers: [IF-1]}}
        phases: {P1: {live: [IF-1]}}
        changes: {CR-1: {reason: replaced, touches: [IF-3]}}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    const notInForce = keysNotInForce(model);
    for (const link of notInForce.size === 0 ? [] : graph.links) {
      if (!notInForce.has(link.to)) continue;
      const [from, to] = [graph.element(link.from), graph.element(link.to)];
      if (from === undefined || to === undefined || statusOf(model, from) !== 'effective') continue;
      const status = statusOf(model, to);
      if (status === 'effective' || !restsOn(from, link, status)) continue;
      const written = writtenAs(model, from, link);
      yield {
        element: from,
        path: written?.path ?? [],
        part: written?.part ?? 'key',
        message: `${from.id} is in force, but uses ${to.id}, which is ${status === 'draft' ? 'a draft' : 'retired'}.`,
        hint:
          status === 'draft'
            ? `Put ${to.id} in force, or let ${from.id} be a draft, too.`
            : `Name what replaced ${to.id}, or take it out.`,
        subject: [to.key, status, link.attribute],
        related: [{ message: `${to.id} is ${status}.`, element: to, path: ['status'] }],
      };
    }
  },
});

/** Links that speak of something without resting on it: what will be fulfilled, tested, covered, watched or used one day. */
const SPEAKS_OF_PLANS: ReadonlySet<string> = new Set([
  'satisfies',
  'requirement.satisfiedBy',
  'test.verifies',
  'document.covers',
  'measure.covers',
  'reconciliation.polices',
  'risk.element',
  'segregation.acts',
  'phase.live',
]);
/** Consumers that still have to know a state or code that records may carry. */
const SPEAKS_OF_THE_PAST: ReadonlySet<string> = new Set(['set.members', 'set.except', 'satisfies']);

function restsOn(from: Element, { attribute }: Link, status: 'draft' | 'retired'): boolean {
  if (from.kind === 'change' || from.kind === 'waiver' || from.kind === 'text') return false;
  const spoken = status === 'draft' ? SPEAKS_OF_PLANS : SPEAKS_OF_THE_PAST;
  return !spoken.has(attribute) && !spoken.has(`${from.kind}.${attribute}`);
}

/** The name of the link as it stands in the element. */
function writtenAs(model: SpecModel, from: Element, link: Link): WrittenReference | undefined {
  for (const written of writtenReferences(from, model)) {
    if (written.kind !== 'reference' || written.attribute !== link.attribute) continue;
    const resolution = resolve(written, from, model);
    if (resolution.kind === 'element' && resolution.element.key === link.to) return written;
  }
  return undefined;
}

/** Few elements are drafts or retired, and most links lead to others. */
function keysNotInForce(model: SpecModel): ReadonlySet<string> {
  const keys = new Set<string>();
  const elements = [...model.elements.values(), ...(model.project === undefined ? [] : [model.project])];
  for (const element of elements) if (statusOf(model, element) !== 'effective') keys.add(element.key);
  return keys;
}
