import { describe, expect, it } from 'vitest';
import { diffModels } from '../../../src/core/diff/diff-models.ts';
import type { ComparisonCount } from '../../../src/core/diff/diff-models.ts';
import type { Delta } from '../../../src/core/diff/delta.ts';
import type { SourceFile } from '../../../src/core/source/source-file.ts';
import { compare, compareFiles, load, projectText, sourceFile } from '../rules/small-project.ts';

function said(delta: Delta): string {
  if (delta.action === 'added') return `+ ${delta.after.key}`;
  if (delta.action === 'removed') return `- ${delta.before.key}`;
  const show = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));
  return `${delta.after.key} ${delta.path.join('.')}: ${show(delta.from)} → ${show(delta.to)}`;
}

function deltas(before: string, after: string): readonly string[] {
  return compare(before, after).diff.deltas.map(said);
}

describe('what differs', () => {
  it('is one delta for each value, and one for a whole element', () => {
    const before = `
systems: {MES: {version: "1", gxp: direct}, OLD: {environments: {PROD: {host: a}}}}
objects: {lot: {fields: {id: {length: 20}}}}`;
    const after = `
systems: {MES: {version: "2"}, NEW: {}}
objects: {lot: {fields: {id: {length: 30}, site: {type: code}}}}`;
    expect(deltas(before, after)).toEqual([
      'field:lot.id length: 20 → 30',
      '+ field:lot.site',
      'system:MES gxp: "direct" → absent',
      'system:MES version: "1" → "2"',
      '+ system:NEW',
      '- system:OLD',
    ]);
  });

  it('enters parts that one revision does not have, so that each value can be judged', () => {
    const before = 'systems: {A: {}, B: {}}\ninterfaces: {IF-1: {from: A, to: B}}';
    const after =
      'systems: {A: {}, B: {}}\ninterfaces: {IF-1: {from: A, to: B, delivery: {guarantee: at-least-once, retry: {max: 3, every: 60 s}}}}';
    expect(deltas(before, after)).toEqual([
      'interface:IF-1 delivery.guarantee: absent → "at-least-once"',
      'interface:IF-1 delivery.retry.every: absent → "60 s"',
      'interface:IF-1 delivery.retry.max: absent → 3',
    ]);
  });

  it('is nothing between a revision and itself', () => {
    const text = 'systems: {MES: {title: Execution, clock: {maxDrift: 2 s}}}';
    expect(compare(text, text).diff).toEqual({ deltas: [], identities: [], reformatted: [] });
  });

  it('is nothing but bytes where the same is written otherwise', () => {
    const before = `
systems: {MES: {title: Manufacturing execution, functions: [execute, record], downtimeTolerance: 2 h, retention: 10 y}}
conversions: {UC: {from: uin, to: um, factor: 0.0254, examples: [{in: 31.65, out: 0.80}]}}
lifecycles:
  NCR:
    initial: Open
    states: {Open: open, Closed: closed}
    transitions:
      T1: {from: Open, to: Closed, when: {all: [{fact: verified}, {fact: counted}]}}`;
    const after = `
# Reviewed.
lifecycles:
  NCR:
    transitions:
      T1:
        to: Closed
        auto: false
        event: T1
        from: [Open]
        when: {all: [{fact: counted}, {fact: verified}]}
    states: {Closed: {class: closed}, Open: {class: open}}
    initial: "Open"
    status: effective
conversions:
  UC: {from: uin, to: um, factor: 127/5000, offset: 0, examples: [{in: 31.650, out: 4/5}]}
systems:
  MES:
    retention: 120 months
    downtimeTolerance: 120 min
    functions: [record, execute]
    title: >-
      Manufacturing
      execution`;
    expect(compare(before, after).diff).toEqual({ deltas: [], identities: [], reformatted: ['countersign.yaml'] });
  });

  it('is something where the order of a list means something', () => {
    const systems = 'systems: {A: {}, B: {}}\ninterfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}\n';
    const lifecycle = (emits: string): string =>
      `${systems}lifecycles: {L: {initial: X, states: {X: open}, transitions: {T: {from: X, to: same, emits: ${emits}}}}}`;
    expect(deltas(lifecycle('[IF-1, IF-2]'), lifecycle('[IF-2, IF-1]'))).toEqual([
      'transition:L.T emits: ["IF-1","IF-2"] → ["IF-2","IF-1"]',
    ]);
  });

  it('tells absent, false, and not applicable apart', () => {
    const step = (facts: string): string => `steps: {S: {${facts}}}`;
    expect(deltas(step('title: S'), step('title: S, critical: false'))).toEqual(['step:S critical: absent → false']);
    expect(deltas(step('critical: true'), step('critical: {notApplicable: paper only}'))).toEqual([
      'step:S critical: true → absent',
      'step:S notApplicable.critical: absent → "paper only"',
    ]);
  });

  it('sees the first and the last revision of a project', () => {
    const text = projectText('systems: {MES: {environments: {PROD: {}}}}');
    const none = load('base', []);
    const some = load('head', [sourceFile('head', 'countersign.yaml', text)]);
    expect(diffModels(none, some).deltas.map(said)).toEqual(['+ project:project', '+ system:MES']);
    expect(diffModels(some, none).deltas.map(said)).toEqual(['- project:project', '- system:MES']);
  });
});

describe('renames', () => {
  const PLANT = `
roles: {QA_INSP: {}, LEAD: {inherits: [QA_INSP]}}
objects: {lot: {fields: {qty: {type: decimal, unit: EA}}}}
systems: {QMS: {}, MES: {}}
sets: {BLOCK: {of: NCR, members: [Open]}}
interfaces: {IF-1: {from: QMS, to: MES, about: lot, fields: {status: {from: NCR}, qty: {from: lot.qty}}, reconcile: REC-1}}
reconciliations: {REC-1: {what: All agree, uses: [BLOCK, NCR.Open]}}
lifecycles:
  NCR:
    object: lot
    system: QMS
    initial: Open
    states: {Open: open, Closed: closed}
    transitions: {T1: {from: Open, to: Closed, by: [QA_INSP, LEAD], emits: IF-1}}
  LOT:
    object: lot
    system: MES
    initial: Run
    states: {Run: active, Hold: held}
    transitions: {T1: {from: Run, to: Hold, by: QA_INSP, when: {copy: IF-1, NCR: {in: BLOCK}}}}
exceptions:
  EX-1:
    class: partial-hold
    treatment: automated
    scenario: {given: {LOT: Run}, steps: [{do: NCR.T1, by: QA_INSP, expect: {NCR: Closed, LOT: Run}}]}`;
  const renamed = (from: string, to: string, declaration: [string, string]): string =>
    PLANT.replaceAll(new RegExp(`(?<![\\w-])${from}(?![\\w-])`, 'gu'), to).replace(...declaration);

  it.each([
    [
      'a role',
      renamed('QA_INSP', 'INSPECTOR', ['INSPECTOR: {}', 'INSPECTOR: {formerIds: [QA_INSP]}']),
      'role:QA_INSP',
      'role:INSPECTOR',
    ],
    [
      'a lifecycle with its states and steps',
      renamed('NCR', 'CASE', ['CASE:\n', 'CASE:\n    formerIds: [NCR]\n']),
      'lifecycle:NCR',
      'lifecycle:CASE',
    ],
    [
      'an object with its fields',
      renamed('lot', 'batch', ['batch: {fields', 'batch: {formerIds: [lot], fields']),
      'object:lot',
      'object:batch',
    ],
    [
      'a set',
      renamed('BLOCK', 'HOLDING', ['HOLDING: {of', 'HOLDING: {formerIds: [BLOCK], of']),
      'set:BLOCK',
      'set:HOLDING',
    ],
    [
      'a state',
      renamed('Open', 'Raised', ['Raised: open', 'Raised: {class: open, formerIds: [Open]}']),
      'state:NCR.Open',
      'state:NCR.Raised',
    ],
    [
      'an interface',
      renamed('IF-1', 'IF-9', ['IF-9: {from', 'IF-9: {formerIds: [IF-1], from']),
      'interface:IF-1',
      'interface:IF-9',
    ],
    ['a system', renamed('MES', 'SHOP', ['SHOP: {}', 'SHOP: {formerIds: [MES]}']), 'system:MES', 'system:SHOP'],
  ])('%s: every reference follows, and nothing else is reported', (_, after, from, to) => {
    const { diff } = compare(PLANT, after);
    expect(diff.deltas.map(said)).toEqual([]);
    expect(diff.identities.map(({ before, after: now, renamed: is }) => [before.key, now.key, is])).toEqual([
      [from, to, true],
    ]);
    expect(diff.reformatted).toEqual([]);
  });

  it('does not hide what changed beside the rename', () => {
    const after = renamed('QA_INSP', 'INSPECTOR', [
      'INSPECTOR: {}',
      'INSPECTOR: {formerIds: [QA_INSP], kind: service}',
    ]).replace('by: [INSPECTOR, LEAD]', 'by: [INSPECTOR]');
    expect(deltas(PLANT, after)).toEqual([
      'role:INSPECTOR kind: absent → "service"',
      'transition:NCR.T1 by: ["INSPECTOR","LEAD"] → ["INSPECTOR"]',
    ]);
  });

  it.each([
    ['undeclared', 'systems: {OLD: {}}', 'systems: {NEW: {}}', ['+ system:NEW', '- system:OLD']],
    ['old id still there', 'systems: {OLD: {}}', 'systems: {OLD: {}, NEW: {formerIds: [OLD]}}', ['+ system:NEW']],
    [
      'claimed twice',
      'systems: {OLD: {}}',
      'systems: {NEW: {formerIds: [OLD]}, NEWER: {formerIds: [OLD]}}',
      ['+ system:NEW', '+ system:NEWER', '- system:OLD'],
    ],
    ['another kind', 'systems: {OLD: {}}', 'roles: {NEW: {formerIds: [OLD]}}', ['+ role:NEW', '- system:OLD']],
    [
      'new id was there before',
      'systems: {OLD: {}, NEW: {}}',
      'systems: {NEW: {formerIds: [OLD]}}',
      ['system:NEW formerIds: absent → ["OLD"]', '- system:OLD'],
    ],
  ])('%s: no rename', (_, before, after, expected) => {
    const [base, head] = [before, after].map((text, index) => {
      const label = index === 0 ? 'base' : 'head';
      return load(label, [sourceFile(label, 'countersign.yaml', projectText(text))], ['rename-claim-invalid']);
    });
    if (base === undefined || head === undefined) throw new Error('two revisions');
    const diff = diffModels(base, head);
    expect(diff.identities).toEqual([]);
    expect(diff.deltas.map(said)).toEqual(expected);
  });

  it('carries a part to another parent under its qualified former id', () => {
    const before = 'objects: {lot: {fields: {qty: {type: decimal}, site: {}}}, serial: {fields: {id: {}}}}';
    const after =
      'objects: {lot: {fields: {site: {}}}, serial: {fields: {id: {}, amount: {type: decimal, formerIds: [lot.qty]}}}}';
    const { diff } = compare(before, after);
    expect(diff.deltas).toEqual([]);
    expect(diff.identities.map(({ before: was, after: is }) => [was.id, is.id])).toEqual([
      ['lot.qty', 'serial.amount'],
    ]);
  });
});

describe('files', () => {
  it('moving an element to another file is no change of it', () => {
    const { diff } = compareFiles(
      { 'countersign.yaml': projectText('systems: {MES: {title: Execution}, ERP: {}}') },
      {
        'countersign.yaml': projectText('systems: {ERP: {}}'),
        'specs/mes.yaml': 'systems: {MES: {title: Execution}}\n',
      },
    );
    expect(diff.deltas).toEqual([]);
    expect(diff.identities.map(({ after, relocated, renamed }) => [after.key, relocated, renamed])).toEqual([
      ['system:MES', true, false],
    ]);
    expect(diff.reformatted).toEqual([]);
  });

  it('compares no element of a file that did not change, and each other pair once', () => {
    const systems = (prefix: string, count: number, version: string): string =>
      `systems:\n${Array.from({ length: count }, (_, index) => `  ${prefix}${index}: {version: "${version}"}\n`).join('')}`;
    const counted = (size: number): ComparisonCount => {
      const files = (revision: 'base' | 'head', version: string): readonly SourceFile[] => [
        sourceFile(revision, 'countersign.yaml', projectText('')),
        sourceFile(revision, 'specs/same.yaml', systems('A', size, '1')),
        sourceFile(revision, 'specs/other.yaml', systems('B', size, version)),
      ];
      const [base, head] = [files('base', '1'), files('head', '2')];
      const count = { matched: 0, compared: 0 };
      const diff = diffModels(load('base', base), load('head', head), { base, head }, count);
      expect(diff.deltas).toHaveLength(size);
      return count;
    };
    // The project and both files are matched; only the file that differs is compared.
    expect(counted(10)).toEqual({ matched: 21, compared: 10 });
    expect(counted(1000)).toEqual({ matched: 2001, compared: 1000 });
  });
});
