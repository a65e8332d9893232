import { describe, expect, test } from 'vitest';
import { COLLECTION_GUIDE } from '../../../src/core/language/collection-guide.ts';
import { COLLECTION_NAMES } from '../../../src/core/language/collections.ts';
import type { Element } from '../../../src/core/model/element.ts';
import type { ParseCache } from '../../../src/core/model/load-model.ts';
import { ELEMENT_KINDS } from '../../../src/core/model/model-index.ts';
import { loadSpec, loadTexts, problemsOf, PROJECT } from './load-texts.ts';

const content = (element: Element | undefined): unknown => JSON.parse(JSON.stringify(element?.attributes ?? null));

describe('a project', () => {
  const { model, diagnostics } = loadTexts({
    'countersign.yaml': `language: 1
package: {id: HOLD, title: Hold to release, version: 0.1.0}
profile: sketch
systems: {QMS: {title: Quality system}, ERP: {title: Stock system}}
x-team: {lead: QA}
`,
    'specs/ncr.yaml': `lifecycles:
  NCR:
    system: QMS
    initial: Open
    states: {Open: open, Closed: {class: closed, resting: true}}
    transitions: {close: {from: Open, to: Closed, emits: IF-1.CLOSED, sign: {meaning: NCR closed}}}
interfaces:
  IF-1: {from: QMS, to: ERP, messages: CLOSED, fields: {ncr_status: {from: NCR}}}
`,
  });

  test('is read without any complaint', () => expect(diagnostics).toEqual([]));

  test('holds the project file apart from the elements', () => {
    expect(content(model.project)).toEqual({
      language: 1,
      package: { id: 'HOLD', title: 'Hold to release', version: '0.1.0' },
      profile: 'sketch',
      extensions: { 'x-team': { lead: 'QA' } },
    });
    expect(model.project).toMatchObject({
      kind: 'project',
      id: 'project',
      key: 'project:project',
      collection: 'project',
    });
  });

  test('lists its elements by kind and id, each collection before its parts', () => {
    expect([...model.elements.keys()]).toEqual([
      'system:ERP',
      'system:QMS',
      'interface:IF-1',
      'message:IF-1.CLOSED',
      'mapping:IF-1.ncr_status',
      'lifecycle:NCR',
      'state:NCR.Closed',
      'state:NCR.Open',
      'transition:NCR.close',
    ]);
    expect(ELEMENT_KINDS.length).toBe(new Set(ELEMENT_KINDS).size);
  });

  test('answers by kind, id, parent and name', () => {
    const lifecycle = model.get('lifecycle', 'NCR');
    expect(model.ofKind('system').map(({ id }) => id)).toEqual(['ERP', 'QMS']);
    expect(lifecycle && model.partsOf(lifecycle, 'state').map(({ localId }) => localId)).toEqual(['Closed', 'Open']);
    expect(model.named('NCR.Open').map(({ key }) => key)).toEqual(['state:NCR.Open']);
    expect(model.named('lifecycles:NCR').map(({ key }) => key)).toEqual(['lifecycle:NCR']);
    expect(model.named('lifecycles:NCR.close').map(({ key }) => key)).toEqual(['transition:NCR.close']);
    expect(model.named('systems:NCR')).toEqual([]);
    expect(model.get('system', 'MES')).toBeUndefined();
    expect(model.named('constructor')).toEqual([]);
  });

  test('brings shorthands into one form', () => {
    expect(content(model.get('state', 'NCR.Open'))).toEqual({ class: 'open' });
    expect(content(model.get('transition', 'NCR.close'))).toEqual({
      from: ['Open'],
      to: 'Closed',
      emits: ['IF-1.CLOSED'],
      sign: [{ meaning: 'NCR closed' }],
    });
    expect(content(model.get('message', 'IF-1.CLOSED'))).toEqual({});
    expect(content(model.get('mapping', 'IF-1.ncr_status'))).toEqual({ from: ['NCR'] });
  });

  test('keeps the parts of an element out of its attributes', () => {
    expect(content(model.get('lifecycle', 'NCR'))).toEqual({ system: 'QMS', initial: 'Open' });
    expect(content(model.get('interface', 'IF-1'))).toEqual({ from: 'QMS', to: ['ERP'] });
    expect(model.get('state', 'NCR.Open')).toMatchObject({
      parent: 'lifecycle:NCR',
      collection: 'lifecycles',
      localId: 'Open',
    });
  });

  test('cannot be altered', () => {
    const transition = model.get('transition', 'NCR.close');
    expect(Object.isFrozen(model)).toBe(true);
    expect(Object.isFrozen(transition)).toBe(true);
    expect(Object.isFrozen(transition?.attributes.sign?.[0])).toBe(true);
  });
});

describe('where something is written', () => {
  const { model } = loadSpec(`interfaces:
  IF-1:
    from: QMS
    to: [MES, ERP, LIMS]
    delivery:
      retry: {max: 3, every: 60 s}
    fields:
      qty: {from: lot.quantity, transform: {trim: both}}
lifecycles:
  NCR:
    states: {Open: open}
    transitions:
      T01:
        from: Open
        to: Open
        by: QA
        when: {all: [{fact: checked}, {none: lot, LOT: Held}]}
`);
  const at = (element: Element | undefined, path: readonly (string | number)[], part?: 'key' | 'value'): string => {
    const { pointer, span } = element!.locate(path, part);
    return `${span.start.line}:${span.start.column}-${span.end.line}:${span.end.column} ${pointer}`;
  };
  const flow = model.get('interface', 'IF-1');
  const step = model.get('transition', 'NCR.T01');

  test('an element is where its id stands', () => {
    expect(flow?.at).toEqual({
      revision: 'head',
      file: 'specs/a.yaml',
      pointer: '/interfaces/IF-1',
      span: { start: { line: 2, column: 3 }, end: { line: 2, column: 7 } },
    });
    expect(at(flow, [], 'key')).toBe('2:3-2:7 /interfaces/IF-1');
  });

  test('a value, and the key that names it', () => {
    expect(at(flow, ['delivery', 'retry', 'max'])).toBe('6:20-6:21 /interfaces/IF-1/delivery/retry/max');
    expect(at(flow, ['delivery', 'retry', 'max'], 'key')).toBe('6:15-6:18 /interfaces/IF-1/delivery/retry/max');
  });

  test('an item of a set where its author wrote it, not where it was sorted to', () => {
    expect(flow?.attributes.to).toEqual(['ERP', 'LIMS', 'MES']);
    expect([0, 1, 2].map((index) => at(flow, ['to', index]))).toEqual([
      '4:15-4:18 /interfaces/IF-1/to/1',
      '4:20-4:24 /interfaces/IF-1/to/2',
      '4:10-4:13 /interfaces/IF-1/to/0',
    ]);
  });

  test('a single value that stands for a list, and a bare value that stands for a part', () => {
    expect(at(step, ['by', 0])).toBe('16:13-16:15 /lifecycles/NCR/transitions/T01/by');
    expect(at(model.get('mapping', 'IF-1.qty'), ['transform', 0, 'trim'])).toBe(
      '8:51-8:55 /interfaces/IF-1/fields/qty/transform/trim',
    );
    expect(at(model.get('state', 'NCR.Open'), ['class'])).toBe('11:20-11:24 /lifecycles/NCR/states/Open');
  });

  test('below a condition the path is the one that is written', () => {
    expect(at(step, ['when', 'all', 1, 'LOT'])).toBe('17:56-17:60 /lifecycles/NCR/transitions/T01/when/all/1/LOT');
    expect(at(step, ['when', 'all', 1, 'LOT'], 'key')).toBe(
      '17:51-17:54 /lifecycles/NCR/transitions/T01/when/all/1/LOT',
    );
  });

  test('what is absent is where its nearest written ancestor is', () => {
    expect(at(flow, ['delivery', 'alarmAfter'], 'key')).toBe('5:5-5:13 /interfaces/IF-1/delivery');
    expect(at(flow, ['whenDown', 'mode'], 'key')).toBe('2:3-2:7 /interfaces/IF-1');
  });
});

describe('canonical values', () => {
  test('numbers, measures and dates have one spelling', () => {
    const { model, diagnostics } = loadSpec(`conversions:
  C1: {from: lb, to: kg, factor: 0.80, offset: 10/18, examples: [{in: "4.0", out: -0.50}, {in: 1/4, out: +3}]}
measures:
  M1: {what: Parts, limit: 99.50%, measured: 0100 %, measuredOn: 2026-03-02, maxAge: 30d}
systems:
  MES: {environments: {PROD: {config: {a: 3, b: 0.25, c: true, d: "012", e: text}}}}
`);
    expect(diagnostics).toEqual([]);
    expect(content(model.get('conversion', 'C1'))).toEqual({
      from: 'lb',
      to: 'kg',
      factor: '0.8',
      offset: '5/9',
      examples: [
        { in: '0.25', out: '3' },
        { in: '4', out: '-0.5' },
      ],
    });
    expect(content(model.get('measure', 'M1'))).toEqual({
      what: 'Parts',
      limit: '99.5 %',
      measured: '100 %',
      measuredOn: '2026-03-02',
      maxAge: '30 d',
    });
    expect(content(model.get('environment', 'MES.PROD'))).toEqual({
      config: { a: '3', b: '0.25', c: 'true', d: '012', e: 'text' },
    });
  });

  test('what does not apply keeps its reason, for attributes and for parts', () => {
    const { model } = loadSpec(`objects:
  serial: {crosswalk: {notApplicable: one number everywhere}, fields: {notApplicable: only counted}, x-note: [1, 0.5, {a: null}]}
`);
    expect(content(model.get('object', 'serial'))).toEqual({
      notApplicable: { crosswalk: 'one number everywhere', fields: 'only counted' },
      extensions: { 'x-note': [1, 0.5, { a: null }] },
    });
  });

  test('sets are sorted and hold each value once; sequences stay as they are', () => {
    const loaded = loadSpec(`roles:
  QA: {systems: [QMS, MES, QMS]}
lifecycles:
  NCR: {states: {A: open, B: open}, transitions: {T1: {from: [B, A], to: same, emits: [IF-2, IF-1, IF-2]}}}
`);
    expect(problemsOf(loaded)).toEqual(['2:28 duplicate-in-set: "QMS" is listed twice in "systems".']);
    expect(content(loaded.model.get('role', 'QA'))).toEqual({ systems: ['MES', 'QMS'] });
    expect(content(loaded.model.get('transition', 'NCR.T1'))).toEqual({
      from: ['A', 'B'],
      to: 'same',
      emits: ['IF-2', 'IF-1', 'IF-2'],
    });
  });

  test('conditions that say the same are the same', () => {
    const guard = (when: string): unknown =>
      content(
        loadSpec(
          `lifecycles: {NCR: {states: {A: open}, transitions: {T1: {from: A, to: A, when: ${when}}}}}`,
        ).model.get('transition', 'NCR.T1'),
      );
    expect(guard('{LOT: [Held], BRR: Released}')).toEqual(guard('{all: [{BRR: [Released]}, {LOT: Held}]}'));
  });

  test('the line breaks that end a block text are not content', () => {
    const text = (written: string): unknown =>
      content(loadSpec(`requirements:\n  R1:\n    text: ${written}\n`).model.get('requirement', 'R1'));
    expect([
      text('|\n      One\n      two'),
      text('|-\n      One\n      two'),
      text('|+\n      One\n      two\n\n'),
      text('"One\\ntwo"'),
    ]).toEqual(Array.from({ length: 4 }, () => ({ text: 'One\ntwo' })));
  });
});

describe('files', () => {
  test('a revision without files is a model without elements', () => {
    const { model, diagnostics } = loadTexts({});
    expect([model.project, model.elements.size, diagnostics]).toEqual([undefined, 0, []]);
  });

  test('Windows line ends and a byte order mark change neither content nor positions', () => {
    const unix =
      'systems:\n  MES:\n    title: Shop floor\n    description: |\n      Two\n      lines\n    gxp: maybe\n';
    const a = loadSpec(unix);
    const b = loadSpec(`\ufeff${unix.replaceAll('\n', '\r\n')}`);
    expect(content(b.model.get('system', 'MES'))).toEqual({ title: 'Shop floor', description: 'Two\nlines' });
    expect(content(a.model.get('system', 'MES'))).toEqual(content(b.model.get('system', 'MES')));
    expect(problemsOf(b)).toEqual(problemsOf(a));
  });

  test('bytes that are no text are reported under the file they are in', () => {
    const { diagnostics } = loadTexts({
      'countersign.yaml': PROJECT,
      'specs/latin.yaml': Uint8Array.of(0x73, 0x3a, 0x20, 0xe9),
    });
    expect(diagnostics.map(({ ruleId, at }) => [ruleId, at.file, at.span.start])).toEqual([
      ['file-not-utf8', 'specs/latin.yaml', { line: 1, column: 4 }],
    ]);
  });

  test('one content is parsed once, and each revision and file speaks for itself', () => {
    const cache: ParseCache = new Map();
    const text = 'systems: {MES: {titel: Shop floor}}\n';
    const base = loadTexts({ 'countersign.yaml': PROJECT, 'specs/old.yaml': text }, 'base', cache);
    expect(cache.size).toBe(2);
    const head = loadTexts({ 'countersign.yaml': PROJECT, 'specs/new.yaml': text }, 'head', cache);
    expect(cache.size).toBe(2);
    expect(head.documents[1]?.document).toBe(base.documents[1]?.document);
    expect([...base.diagnostics, ...head.diagnostics].map(({ at }) => `${at.revision} ${at.file}`)).toEqual([
      'base specs/old.yaml',
      'head specs/new.yaml',
    ]);
    expect([base, head].map(({ model }) => model.get('system', 'MES')?.at.revision)).toEqual(['base', 'head']);
  });

  test('a file that cannot be read leaves the model incomplete', () => {
    const completeWith = (text: string | Uint8Array): boolean =>
      loadTexts({ 'countersign.yaml': PROJECT, 'specs/a.yaml': text }).model.complete;
    expect([
      completeWith('systems: {MES: {titel: a}}'),
      completeWith('systems: {'),
      completeWith(Uint8Array.of(0xff)),
      completeWith('a: *b'),
    ]).toEqual([true, false, false, false]);
  });

  test('the same bad bytes under another name are reported there', () => {
    const cache: ParseCache = new Map();
    const bad = Uint8Array.of(0xff);
    loadTexts({ 'countersign.yaml': PROJECT, 'specs/old.yaml': bad }, 'base', cache);
    const { diagnostics } = loadTexts({ 'countersign.yaml': PROJECT, 'specs/new.yaml': bad }, 'head', cache);
    expect(diagnostics.map(({ at }) => `${at.revision} ${at.file}`)).toEqual(['head specs/new.yaml']);
  });

  test('keys of your own may stand in several files if they say the same', () => {
    const loaded = loadTexts({
      'countersign.yaml': PROJECT,
      'specs/a.yaml': 'x-tool: {a: 1, b: 2}',
      'specs/b.yaml': 'x-tool: {b: 2, a: 1}',
    });
    expect(problemsOf(loaded)).toEqual([]);
    expect(content(loaded.model.project)).toMatchObject({ extensions: { 'x-tool': { a: 1, b: 2 } } });
  });
});

describe('an element that cannot be read', () => {
  const loaded = loadSpec(`lifecycles:
  NCR: {states: [Open], transitions: {T1: {from: Open, to: Open}}}
  LOT: {states: {Held: held}, transitions: {T1: {to: Held}, T2: {from: Held, to: Held}}}
`);

  test('is withheld with its parts, so that names that mean it are not called wrong', () => {
    expect([...loaded.model.withheld].sort()).toEqual(['lifecycle:NCR', 'transition:LOT.T1', 'transition:NCR.T1']);
    expect([...loaded.model.elements.keys()]).toEqual(['lifecycle:LOT', 'state:LOT.Held', 'transition:LOT.T2']);
  });

  test('an attribute that is wrong is left out, and the rest of the element stays', () => {
    const { model } = loadSpec(
      'systems: {MES: {title: Shop floor, gamp: four, owners: {quality: QA, operations: [a]}}}',
    );
    expect(content(model.get('system', 'MES'))).toEqual({ title: 'Shop floor', owners: { quality: 'QA' } });
  });
});

test('the example of every collection is read without complaint', () => {
  // JSON is YAML: the examples of the published schema can be loaded as they are.
  const loaded = loadTexts({
    'countersign.yaml': PROJECT,
    'specs/all.yaml': JSON.stringify(
      Object.fromEntries(COLLECTION_NAMES.map((name) => [name, COLLECTION_GUIDE[name].example])),
    ),
  });
  expect(problemsOf(loaded)).toEqual([]);
  expect(
    COLLECTION_NAMES.filter(
      (name) => ![...loaded.model.elements.values()].some(({ collection }) => collection === name),
    ),
  ).toEqual([]);
});
