import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/core/graph/build-graph.ts';
import { effectiveRoles } from '../../../src/core/graph/queries/effective-roles.ts';
import { guardAtomsOf } from '../../../src/core/graph/queries/guard-atoms-of.ts';
import { guardReaders } from '../../../src/core/graph/queries/guard-readers.ts';
import { lifecyclesOf } from '../../../src/core/graph/queries/lifecycles-of.ts';
import { emittersOf, receiversOf } from '../../../src/core/graph/queries/messages.ts';
import { ownerOf } from '../../../src/core/graph/queries/owner-of.ts';
import { reachableStates } from '../../../src/core/graph/queries/reachable-states.ts';
import { lineageOf, regulatedOutputsOf } from '../../../src/core/graph/queries/regulated-outputs-of.ts';
import { requirementsOf } from '../../../src/core/graph/queries/requirements-of.ts';
import { segregationOf } from '../../../src/core/graph/queries/segregation-of.ts';
import { testsOf } from '../../../src/core/graph/queries/tests-of.ts';
import { transitionsInto } from '../../../src/core/graph/queries/transitions-into.ts';
import type { Element } from '../../../src/core/model/element.ts';
import type { ElementKind } from '../../../src/core/language/collections.ts';
import { loadTexts } from '../model/load-texts.ts';

const { model, diagnostics: loading } = loadTexts({
  'countersign.yaml': 'language: 1\npackage: {id: T, title: Test, version: 0.1.0}\nprofile: sketch\n',
  'specs/plant.yaml': `
systems: {QMS: {}, MES: {}, LIMS: {}}
departments: {QA: {function: quality}, OPS: {function: operations}}
roles:
  OPERATOR: {department: OPS}
  LEAD: {inherits: OPERATOR}
  MANAGER: {inherits: [LEAD, AUDITOR]}
  AUDITOR: {inherits: MANAGER}
  QA_RELEASE: {department: QA}
  SYS: {kind: service}
objects:
  lot: {owner: OPS, fields: {id: {type: string}, quantity: {type: decimal, unit: EA}, until: {type: date}}}
  result: {of: lot, fields: {verdict: {type: code, codes: CL-V}, value: {type: decimal, unit: um}}}
codes: {CL-V: {values: {PASS: Pass, FAIL: Fail}}, CL-W: {values: {P: Pass, F: Fail}}}
valueMaps: {VM-V: {from: CL-V, to: CL-W, map: {PASS: P, FAIL: F}}}
sets: {BLOCK: {of: NCR, members: [Open]}}
interfaces:
  IF-1: {from: QMS, to: MES, messages: [RAISED, CLOSED], fields: {status: {from: NCR}}}
  IF-5: {from: LIMS, to: QMS, fields: {verdict: {from: result.verdict, map: VM-V}}}
  IF-6: {from: LIMS, to: MES, fields: {verdict: {from: result.verdict}}}
lifecycles:
  NCR:
    system: QMS
    initial: Draft
    states: {Draft: pre, Open: open, Closed: closed, Forgotten: open}
    transitions:
      T1: {from: Draft, to: Open, by: OPERATOR, emits: IF-1.RAISED}
      T2: {from: Open, to: Closed, by: QA_RELEASE, emits: IF-1, when: {every: result, copy: IF-5, field: verdict, equals: P}, satisfies: URS-2}
      T3: {from: [Closed, Forgotten], to: Open, receives: {message: IF-5, field: verdict, in: [F]}}
  LOT:
    object: lot
    system: MES
    owner: QA
    states: {Free: active, Held: held, Gone: terminal, Kept: held}
    transitions:
      T0: {from: absent, to: Free, by: anyone}
      T1: {from: Free, to: Held, receives: {message: IF-1.RAISED, NCR: {in: BLOCK}}, by: LEAD}
      T2: {from: Held, to: {last: [Free, Kept]}, auto: true, when: {all: [{none: result, copy: IF-6, field: verdict, equals: F}, {not: {NCR: {in: BLOCK}}}]}, procedure: {fact: label checked}}
      T3: {from: any, to: same, by: LEAD, creates: {lot: {LOT: same}}}
      T4: {from: Held, to: Gone, after: {field: lot.until}, as: SYS}
      T5: {from: Held, to: Gone, after: 30 d, as: SYS}
segregation:
  SOD-1: {acts: [NCR.T2, NCR.T1]}
  SOD-2: {acts: [LOT.T1, NCR.T1], enforced: procedure}
  SOD-3: {acts: [NCR.T2], barred: {kinds: [administrator]}}
outputs:
  RO-1: {assembledIn: QMS, approvals: [NCR.T2], content: {verdict: {from: result.verdict}, status: {from: NCR}}}
requirements: {URS-1: {text: Lots., satisfiedBy: LOT}, URS-2: {text: Records., satisfiedBy: NCR.T1}}
tests: {OQ-1: {level: OQ, verifies: LOT.T1, steps: [{do: Raise a nonconformance}]}}
`,
});
const { graph, diagnostics } = buildGraph(model, new Set());

function get<K extends ElementKind>(kind: K, id: string): Element<K> {
  const element = model.get(kind, id);
  if (element === undefined) throw new Error(`no ${kind} ${id}`);
  return element;
}
const ids = (elements: readonly Element[]): readonly string[] => elements.map(({ id }) => id);

describe('questions to the graph', () => {
  it('the plant is sound', () => {
    expect([...loading, ...diagnostics].map(({ message }) => message)).toEqual([]);
  });

  it('who sends, who is started by a message', () => {
    expect(ids(emittersOf(graph, get('interface', 'IF-1')))).toEqual(['NCR.T1', 'NCR.T2']);
    expect(ids(emittersOf(graph, get('message', 'IF-1.CLOSED')))).toEqual(['NCR.T2']);
    expect(ids(emittersOf(graph, get('message', 'IF-1.RAISED')))).toEqual(['NCR.T1', 'NCR.T2']);
    expect(ids(receiversOf(graph, get('message', 'IF-1.RAISED')))).toEqual(['LOT.T1']);
    expect(ids(receiversOf(graph, get('message', 'IF-1.CLOSED')))).toEqual([]);
    expect(ids(receiversOf(graph, get('interface', 'IF-5')))).toEqual(['NCR.T3']);
  });

  it('how a record comes into a state', () => {
    const into = (state: string): readonly string[] =>
      transitionsInto(model, get('state', state)).map(({ transition, how }) => `${transition.id} ${how}`);
    expect(into('NCR.Open')).toEqual(['NCR.T1 leads', 'NCR.T3 leads']);
    expect(into('LOT.Free')).toEqual(['LOT.T0 leads', 'LOT.T2 returns', 'LOT.T3 creates']);
    expect(into('LOT.Kept')).toEqual(['LOT.T2 returns', 'LOT.T3 creates']);
  });

  it('whose guard reads it', () => {
    const readers = (key: string): readonly string[] =>
      guardReaders(graph, key).map(({ transition, attribute }) => `${transition.id} ${attribute}`);
    expect(readers('set:BLOCK')).toEqual(['LOT.T1 receives', 'LOT.T2 when']);
    expect(readers('lifecycle:NCR')).toEqual(['LOT.T1 receives', 'LOT.T2 when']);
    expect(readers('interface:IF-5')).toEqual(['NCR.T2 when']);
    expect(readers('mapping:IF-5.verdict')).toEqual(['NCR.T2 when', 'NCR.T3 receives']);
    expect(readers('message:IF-1.RAISED')).toEqual([]);
  });

  it('which requirements, from either side, without inheritance', () => {
    const of = (key: string): unknown =>
      Object.fromEntries(
        Object.entries(requirementsOf(graph, key)).map(([side, elements]) => [
          side,
          ids(elements as readonly Element[]),
        ]),
      );
    expect(of('transition:NCR.T1')).toEqual({ own: ['URS-2'], ofParent: [] });
    expect(of('transition:NCR.T2')).toEqual({ own: ['URS-2'], ofParent: [] });
    expect(of('transition:LOT.T1')).toEqual({ own: [], ofParent: ['URS-1'] });
    expect(ids(testsOf(graph, 'transition:LOT.T1'))).toEqual(['OQ-1']);
  });

  it('who owns, who is kept apart, whose status', () => {
    const owner = (key: string): string | undefined => {
      const found = ownerOf(graph, key);
      return found && `${found.owner.key} by ${found.declaredOn.key}`;
    };
    expect([owner('transition:LOT.T1'), owner('field:lot.id'), owner('lifecycle:NCR')]).toEqual([
      'department:QA by lifecycle:LOT',
      'department:OPS by object:lot',
      undefined,
    ]);
    expect(ids(segregationOf(graph, 'transition:NCR.T1'))).toEqual(['SOD-1', 'SOD-2']);
    expect(ids(lifecyclesOf(model, 'lot'))).toEqual(['LOT']);
  });

  it('who may act, after inheritance; a circle ends', () => {
    const roles = (transition: string): readonly string[] =>
      effectiveRoles(model, get('transition', transition)).map(({ through }) => through.join(' < '));
    expect(roles('LOT.T1')).toEqual(['AUDITOR < MANAGER < LEAD', 'LEAD', 'MANAGER < LEAD']);
    expect(roles('LOT.T0')).toEqual(['AUDITOR', 'LEAD', 'MANAGER', 'OPERATOR', 'QA_RELEASE']);
    expect(roles('LOT.T4')).toEqual([]);
  });

  it('which states are reached, and after how many steps', () => {
    const reached = (lifecycle: string): unknown =>
      Object.fromEntries(reachableStates(model, get('lifecycle', lifecycle)));
    expect(reached('NCR')).toEqual({ Draft: 0, Open: 1, Closed: 2 });
    // Nothing leads to Kept but the way back to it.
    expect(reached('LOT')).toEqual({ Free: 1, Held: 2, Gone: 3 });
  });

  it('what a regulated output rests on', () => {
    expect([...lineageOf(graph, get('output', 'RO-1'))].sort()).toEqual([
      'code-list:CL-V',
      'code-list:CL-W',
      'field:result.verdict',
      'interface:IF-5',
      'lifecycle:NCR',
      'mapping:IF-5.verdict',
      'output-item:RO-1.status',
      'output-item:RO-1.verdict',
      'output:RO-1',
      'transition:NCR.T2',
      'value-map:VM-V',
    ]);
    expect(ids(regulatedOutputsOf(model, graph, 'value-map:VM-V'))).toEqual(['RO-1']);
    expect(ids(regulatedOutputsOf(model, graph, 'object:result'))).toEqual(['RO-1']);
    expect(ids(regulatedOutputsOf(model, graph, 'interface:IF-6'))).toEqual([]);
  });

  it('what has to hold before a step, and who sees to it', () => {
    const atoms = (transition: string): readonly string[] =>
      guardAtomsOf(model, graph, get('transition', transition)).map(
        ({ role, source, key }) =>
          `${role} ${source}${source === 'when' || source === 'receives' || source === 'procedure' ? '' : `: ${key}`}`,
      );
    expect(atoms('NCR.T1')).toEqual([]);
    expect(atoms('NCR.T2')).toEqual(['guard when', 'guard segregation: segregation SOD-1']);
    // A test of the message's own field says which message is meant.
    expect(atoms('NCR.T3')).toEqual(['trigger receives']);
    // A test of a status is judged by the receiver's own list; the second act of SOD-2 is checked by people.
    expect(atoms('LOT.T1')).toEqual(['guard receives', 'procedure segregation: segregation SOD-2']);
    expect(atoms('LOT.T2')).toEqual(['guard when', 'guard when', 'procedure procedure']);
    expect(atoms('LOT.T4')).toEqual(['guard after: after lot.until']);
    expect(atoms('LOT.T5')).toEqual([]);
  });
});
