import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/core/graph/build-graph.ts';
import type { SpecGraph } from '../../../src/core/graph/spec-graph.ts';
import { loadTexts } from '../model/load-texts.ts';

const PROJECT =
  'language: 1\npackage: {id: T, title: Test, version: 0.1.0, lines: {A: Aero, B: Bone}}\nprofile: sketch\n';
const CLAUSES = new Set(['P11-10-e', 'A11-9']);

const PLANT = `
systems: {QMS: {}, MES: {}, ERP: {}}
departments: {QA: {function: quality}}
roles: {ENG: {department: QA}, LEAD: {inherits: ENG}}
objects:
  lot: {fields: {id: {type: string}, quantity: {type: decimal, unit: EA}}}
  ncr: {of: lot, fields: {id: {type: string}, verdict: {type: code, codes: CL-V}}}
codes: {CL-V: {values: {P: Pass, F: Fail}}}
lifecycles:
  LOT: {object: lot, system: MES, initial: Free, states: {Free: active, Held: held}, transitions: {T1: {from: Free, to: Held, receives: {message: IF-1, NCR: {in: BLOCK}}}}}
  NCR: {object: ncr, system: QMS, initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: ENG, emits: IF-1.CLOSE, when: {none: lot, LOT: Held}}}}
sets: {BLOCK: {of: NCR, members: [Open]}}
interfaces:
  IF-1:
    from: QMS
    to: MES
    messages: [OPEN, CLOSE]
    headers: [event_no]
    delivery: {key: [ncr_id, event_no], per: lot}
    fields:
      ncr_id: {from: ncr.id}
      status: {from: NCR, required: {when: {message: CLOSE}}}
      sender: {from: logged_on_user}
      kind: {from: message}
documents: {SOP-1: {}}
requirements: {URS-1: {text: It holds., satisfiedBy: LOT.T1}}
`;

/** `line rule severity: message / hint`, for a plant with these lines added to it or taken from it. */
function problems(change: (plant: string) => string, project = PROJECT): readonly string[] {
  const { model, diagnostics } = loadTexts({ 'countersign.yaml': project, 'specs/plant.yaml': change(PLANT) });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return buildGraph(model, CLAUSES).diagnostics.map(
    ({ ruleId, severity, message, hint }) =>
      `${ruleId} ${severity}: ${message}${hint === undefined ? '' : ` / ${hint}`}`,
  );
}

function graphOf(extra = ''): SpecGraph {
  const { model } = loadTexts({ 'countersign.yaml': PROJECT, 'specs/plant.yaml': PLANT + extra });
  const { graph, diagnostics } = buildGraph(model, CLAUSES);
  expect(diagnostics).toEqual([]);
  return graph;
}

const linksFrom = (graph: SpecGraph, key: string): readonly string[] =>
  graph.from(key).map(({ attribute, to }) => `${attribute} → ${to}`);

describe('the graph', () => {
  it('links an element to everything that it names', () => {
    const graph = graphOf();
    expect(linksFrom(graph, 'transition:NCR.T1')).toEqual([
      'from → state:NCR.Open',
      'to → state:NCR.Closed',
      'by → role:ENG',
      'when → object:lot',
      'when → lifecycle:LOT',
      'when → state:LOT.Held',
      'emits → message:IF-1.CLOSE',
    ]);
    expect(linksFrom(graph, 'transition:LOT.T1')).toEqual([
      'from → state:LOT.Free',
      'to → state:LOT.Held',
      'receives → interface:IF-1',
      'receives → lifecycle:NCR',
      'receives → set:BLOCK',
    ]);
    expect(linksFrom(graph, 'mapping:IF-1.status')).toEqual([
      'from → lifecycle:NCR',
      'required.when → message:IF-1.CLOSE',
    ]);
    expect(linksFrom(graph, 'mapping:IF-1.sender')).toEqual([]);
    expect(linksFrom(graph, 'interface:IF-1')).toEqual([
      'from → system:QMS',
      'to → system:MES',
      'delivery.per → object:lot',
      'delivery.key → mapping:IF-1.ncr_id',
    ]);
    expect(linksFrom(graph, 'set:BLOCK')).toEqual(['of → lifecycle:NCR', 'members → state:NCR.Open']);
    expect(linksFrom(graph, 'object:ncr')).toEqual(['of → object:lot']);
    expect(graph.to('transition:LOT.T1').map(({ from, attribute }) => `${from} ${attribute}`)).toEqual([
      'requirement:URS-1 satisfiedBy',
    ]);
    expect(graph.parts('lifecycle:NCR').map(({ key }) => key)).toEqual([
      'state:NCR.Closed',
      'state:NCR.Open',
      'transition:NCR.T1',
    ]);
  });

  it('knows where each name is written, whatever order the list has', () => {
    const text = `roles:
  A: {}
  B: {}
  C:
    inherits: [B, A]
lifecycles:
  L:
    states: {X: held, Z: held}
    transitions:
      T:
        from: X
        to: Z
        when:
          all:
            - {fact: b}
            - LX: [Q, P]
  LX: {states: {P: open, Q: open}}
`;
    const { model } = loadTexts({ 'countersign.yaml': PROJECT, 'specs/a.yaml': text });
    const { graph } = buildGraph(model, CLAUSES);
    const written = (key: string): readonly string[] =>
      graph.from(key).map(({ to, at }) => `${to} ${at.pointer} ${at.span.start.line}:${at.span.start.column}`);
    expect(written('role:C')).toEqual(['role:A /roles/C/inherits/1 5:19', 'role:B /roles/C/inherits/0 5:16']);
    expect(written('transition:L.T').slice(2)).toEqual([
      'lifecycle:LX /lifecycles/L/transitions/T/when/all/1/LX 16:15',
      'state:LX.P /lifecycles/L/transitions/T/when/all/1/LX/1 16:23',
      'state:LX.Q /lifecycles/L/transitions/T/when/all/1/LX/0 16:20',
    ]);
  });

  it('reads scenarios: records by their own names, fields of what they are', () => {
    const graph = graphOf(`
exceptions:
  EX-1:
    class: partial-hold
    treatment: automated
    scenario:
      given: [{record: L1, LOT: Free, values: {lot.quantity: 120 EA}}]
      steps:
        - {do: NCR.T1, record: N1, by: ENG, values: {L1.quantity: 80 EA}}
        - {send: IF-1, carries: {ncr_id: N-7}}
        - {deliver: all, expect: [{record: L1, LOT: Held}, {all: [{NCR: Closed}, {settled: IF-1}]}]}
`);
    expect(linksFrom(graph, 'exception:EX-1')).toEqual([
      'scenario.steps.do → transition:NCR.T1',
      'scenario.steps.by → role:ENG',
      'scenario.steps.send → interface:IF-1',
      'scenario.given → lifecycle:LOT',
      'scenario.given → state:LOT.Free',
      'scenario.given.values → field:lot.quantity',
      'scenario.steps.values → field:lot.quantity',
      'scenario.steps.carries → mapping:IF-1.ncr_id',
      'scenario.steps.expect → lifecycle:LOT',
      'scenario.steps.expect → state:LOT.Held',
      'scenario.steps.expect → interface:IF-1',
      'scenario.steps.expect → lifecycle:NCR',
      'scenario.steps.expect → state:NCR.Closed',
    ]);
  });

  it('reads gates, created states, starts of the search and authored choices', () => {
    const graph = graphOf(`
invariants:
  I1: {gate: {LOT: {class: held}, NCR: [Closed]}, only: [NCR.T1]}
  I2: {never: {all: [{LOT: Free}, {some: ncr, copy: IF-1, field: status, equals: Open}]}}
reconciliations: {R1: {what: Lots, onDifference: SOP-1}, R2: {what: Lots, onDifference: somebody calls QA}}
`);
    expect(linksFrom(graph, 'invariant:I1')).toEqual([
      'gate → lifecycle:LOT',
      'gate → lifecycle:NCR',
      'only → transition:NCR.T1',
      'gate → state:NCR.Closed',
    ]);
    expect(linksFrom(graph, 'invariant:I2')).toEqual([
      'never → object:ncr',
      'never → interface:IF-1',
      'never → mapping:IF-1.status',
      'never → lifecycle:LOT',
      'never → state:LOT.Free',
    ]);
    expect(linksFrom(graph, 'reconciliation:R1')).toEqual(['onDifference → document:SOP-1']);
    expect(linksFrom(graph, 'reconciliation:R2')).toEqual([]);
  });

  it('finds nothing wrong in the plant', () => {
    expect(problems((plant) => plant)).toEqual([]);
  });
});

describe('a name that names nothing', () => {
  const replaced = (from: string, to: string): readonly string[] => problems((plant) => plant.replace(from, to));

  it.each<readonly [string, string, string, readonly string[]]>([
    ['a role', 'by: ENG', 'by: EGN', ['reference-unresolved error: `EGN` names no role. / Did you mean `ENG`?']],
    [
      'another kind of element',
      'by: ENG',
      'by: QMS',
      ['reference-unresolved error: `QMS` names no role. / `QMS` is a system; here a role is meant.'],
    ],
    [
      'its own state',
      'to: Held',
      'to: Hold',
      ['reference-unresolved error: `Hold` names no state of LOT. / Did you mean `Held`?'],
    ],
    [
      'a state in a condition',
      'LOT: Held',
      'LOT: Locked',
      ['reference-unresolved error: `Locked` names no state of LOT. / It could be `Free` or `Held`.'],
    ],
    [
      'a lifecycle in a condition, once',
      'LOT: Held',
      'LTO: Held',
      ['reference-unresolved error: `LTO` names no lifecycle. / Did you mean `LOT`?'],
    ],
    [
      'a misspelt word of a condition',
      'LOT: Held',
      'setled: IF-1',
      ['reference-unresolved error: `setled` names no lifecycle. / Did you mean `settled`?'],
    ],
    [
      'a message',
      'emits: IF-1.CLOSE',
      'emits: IF-1.CLOSED',
      ['reference-unresolved error: `IF-1.CLOSED` names no interface or message of IF-1. / Did you mean `IF-1.CLOSE`?'],
    ],
    [
      'a message of the own interface',
      '{message: CLOSE}',
      '{message: CLOES}',
      ['reference-unresolved error: `CLOES` names no message of IF-1. / Did you mean `CLOSE`?'],
    ],
    [
      'a field of an object that exists',
      'from: ncr.id',
      'from: ncr.ids',
      ['reference-unresolved error: `ncr.ids` names no field of ncr. / Did you mean `ncr.id`?'],
    ],
    [
      'a member of a set',
      'members: [Open]',
      'members: [Opened]',
      ['reference-unresolved error: `Opened` names no state or code of NCR. / Did you mean `Open`?'],
    ],
    [
      'a key of the delivery',
      'key: [ncr_id, event_no]',
      'key: [ncr_id, event_nr]',
      [
        'reference-unresolved error: `event_nr` names no mapped field of IF-1. / It could be `kind`, `ncr_id`, `sender` or `status`.',
      ],
    ],
    [
      'any element',
      'satisfiedBy: LOT.T1',
      'satisfiedBy: LOT.T2',
      ['reference-unresolved error: `LOT.T2` names no element. / Did you mean `LOT.T1`?'],
    ],
    [
      'a clause',
      'text: It holds.',
      'text: It holds., refs: P11-10-f',
      ['reference-unresolved error: `P11-10-f` names no clause of the catalogue. / Did you mean `P11-10-e`?'],
    ],
    [
      'a line',
      'text: It holds.',
      'text: It holds., lines: [A, C]',
      ['reference-unresolved error: `C` names no line of the package. / Did you mean `A`?'],
    ],
  ])('%s', (_what, from, to, expected) => {
    expect(replaced(from, to)).toEqual(expected);
  });

  it('may be the name of something that a change record took away', () => {
    const change = (touches: string) => (plant: string) =>
      `${plant}changes: {CR-1: {reason: Tidy up, touches: [${touches}]}}\n`;
    expect(problems(change('LOT.T9'))).toEqual([
      'reference-unresolved warning: `LOT.T9` names no element. / Did you mean `LOT.T1`?',
    ]);
    expect(problems(change('LOT.T9'), `${PROJECT}retired: {LOT.T9: no longer needed}\n`)).toEqual([]);
  });

  it('may be what a waiver is about before it is there, or after', () => {
    const waiver = (element: string) => (plant: string) =>
      `${plant}waivers: {W-1: {rule: x, element: ${element}, finding: "h1:0", reason: Known, expires: 2026-12-31}}\n`;
    expect(problems(waiver('LOT.T9'))).toEqual([
      'reference-unresolved warning: `LOT.T9` names no element: W-1 is a waiver of something that is not there. / Did you mean `LOT.T1`?',
    ]);
    expect(problems(waiver('LOT.T1'))).toEqual([]);
    expect(problems(waiver('project'))).toEqual([]);
  });

  it('says so once when the element that holds it is unreadable', () => {
    const { model } = loadTexts({
      'countersign.yaml': PROJECT,
      'specs/plant.yaml': `${PLANT}`
        .replace('NCR: {object: ncr, system: QMS,', 'NCR: {object: ncr, system: QMS, states: 7,')
        .replace('initial: Open, states: {Open: open, Closed: closed},', 'initial: Open,'),
    });
    expect(model.withheld.size).toBeGreaterThan(0);
    expect(buildGraph(model, CLAUSES).diagnostics).toEqual([]);
  });

  it('reports what structured content does not say', () => {
    expect(
      problems(
        (plant) =>
          `${plant}invariants: {I1: {gate: {LOT: {klass: held}}}}\nexceptions: {EX: {class: scrap, treatment: procedural, scenario: {given: {LOT: [Free]}, steps: [{deliver: all, expect: {equals: 3}}]}}}\n`,
      ),
    ).toEqual([
      'schema-invalid error: `klass` does not say which states are meant. / Write a state, a list of states, `absent`, `{class: …}`, `{in: SET}` or `{not: …}`.',
      'schema-invalid error: `LOT` needs one state here. / Name the state in which the story begins.',
      'schema-invalid error: `equals` compares nothing: there is no `field`. / Say which value is compared: `field: OBJECT.FIELD`.',
    ]);
  });
});

describe('a name that several elements have', () => {
  const extra = 'steps: {S1: {elements: BLOCK}}\n';

  it('has to say which it means', () => {
    const ambiguous = problems(
      (plant) => `${plant.replace('documents: {SOP-1: {}}', 'documents: {SOP-1: {}, BLOCK: {}}')}${extra}`,
    );
    expect(ambiguous).toEqual([
      'reference-ambiguous error: `BLOCK` may mean the set BLOCK or the document BLOCK. / Did you mean `sets:BLOCK` or `documents:BLOCK`?',
    ]);
    expect(
      problems(
        (plant) =>
          `${plant.replace('documents: {SOP-1: {}}', 'documents: {SOP-1: {}, BLOCK: {}}')}steps: {S1: {elements: 'documents:BLOCK'}}\n`,
      ),
    ).toEqual([]);
  });
});
