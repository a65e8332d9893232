import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/core/diagnostics/index.ts';
import type { ApproverFunction, ChangeClass, EvidenceCode, Risk } from '../../../src/core/rules/finding.ts';
import { CHANGE_RULE_IDS } from '../../../src/core/rules/change-rule-ids.ts';
import { CHANGE_RULES } from '../../../src/core/rules/change/index.ts';
import { LINTS, REVISION_RULES } from '../../../src/core/rules/lint/index.ts';

/** A row of the catalogue of change rules, as it was designed. `core`: without it a first version would mislead. */
interface ChangeRow {
  readonly id: string;
  readonly class: ChangeClass;
  readonly risk?: Risk;
  readonly evidence: readonly EvidenceCode[];
  readonly approve: readonly ApproverFunction[];
  readonly inform: readonly ApproverFunction[];
  readonly core: boolean;
}

interface LintRow {
  readonly id: string;
  readonly severity: Severity;
  readonly core: boolean;
}

const DESIGNED = JSON.parse(readFileSync('test/core/rules/catalogue.json', 'utf8')) as {
  readonly change: readonly ChangeRow[];
  readonly lint: readonly LintRow[];
};

/** Where a rule differs from its row, and why. A reason that holds no more fails. */
const DEVIATIONS: Readonly<Record<string, { readonly row: Partial<ChangeRow>; readonly why: string }>> = {
  'element-activated': {
    row: { risk: 'H' },
    why: 'A draft passes the gate whatever it says (A7), so that what comes into force has to stop at the default gate.',
  },
  'system-time-basis-changed': {
    row: { approve: ['OPS', 'QA', 'IT'], inform: [] },
    why: 'Times on hold and expiry, by which operations work, move with the clock: they decide and are not only told.',
  },
};

/** Designed beyond the core, possible in the language, and not there yet. The list only shrinks. */
const LATER: readonly string[] = [
  'id-convention',
  'idempotency-key-not-business-derived',
  'mapping-charset-mismatch',
  'mapping-conditions-gap-or-overlap',
  'mapping-critical-field-not-sent',
  'mapping-roundtrip-not-identity',
  'transform-unbounded',
  'transform-untested-branch',
];

/** Ids that a table `| rule | why it is not there |` of the guide names, with the reason. */
function explainedIn(guide: string): ReadonlyMap<string, string> {
  const explained = new Map<string, string>();
  let inside = false;
  for (const line of readFileSync(guide, 'utf8').split('\n')) {
    if (/^\| (?:rule|lint) \| why it is not there \|$/u.test(line)) inside = true;
    else if (!line.startsWith('|')) inside = false;
    const [, id, why] = (inside && /^\| `([a-z-]+)` \| (.+) \|$/u.exec(line)) || [];
    if (id !== undefined && why !== undefined) explained.set(id, why);
  }
  return explained;
}

describe('the list of ids', () => {
  it('names every change rule, so that asking for a name loads no rule', () => {
    expect(CHANGE_RULE_IDS).toEqual(CHANGE_RULES.map(({ id }) => id));
  });
});

const EXPLAINED = explainedIn('docs/rules-not-applicable.md');
const sorted = (row: Omit<ChangeRow, 'id'>): Omit<ChangeRow, 'id'> => ({
  class: row.class,
  ...(row.risk === undefined ? {} : { risk: row.risk }),
  evidence: row.evidence.toSorted(),
  approve: row.approve.toSorted(),
  inform: row.inform.toSorted(),
  core: row.core,
});

describe('the change rules and their design', () => {
  const built = new Map(CHANGE_RULES.map((rule) => [rule.id, rule]));

  it.each(DESIGNED.change.filter(({ id }) => built.has(id)).map((row) => [row.id, row] as const))(
    '%s has the class, risk, evidence and approvers of its row',
    (id, row) => {
      const rule = built.get(id);
      expect(rule && sorted({ ...rule, ...rule.approvers } as Omit<ChangeRow, 'id'>)).toEqual(
        sorted({ ...row, ...DEVIATIONS[id]?.row }),
      );
    },
  );

  it('differ only where a reason is stated, and nothing is stated that is not so', () => {
    for (const [id, { row, why }] of Object.entries(DEVIATIONS)) {
      expect(why).toMatch(/^[A-Z].+\.$/u);
      const designed = DESIGNED.change.find((other) => other.id === id);
      for (const [key, value] of Object.entries(row)) expect(designed?.[key as keyof ChangeRow]).not.toEqual(value);
    }
  });

  it('are all there, but for those that the language cannot have, with the reason', () => {
    const missing = DESIGNED.change.filter(({ id }) => !built.has(id));
    expect(missing.map(({ id }) => id).filter((id) => !EXPLAINED.has(id))).toEqual([]);
    expect(missing.filter(({ core }) => core)).toEqual([]);
  });
});

describe('the lints and their design', () => {
  const built = new Map(REVISION_RULES.map((rule) => [rule.id, rule]));
  const missing = DESIGNED.lint.filter(({ id }) => !built.has(id));

  it.each(DESIGNED.lint.filter(({ id }) => built.has(id)).map((row) => [row.id, row] as const))(
    '%s has the severity of its row',
    (id, row) => {
      expect(built.get(id)?.severity).toBe(row.severity);
    },
  );

  it('are all there that a first version owes, but for one that has nothing to look at', () => {
    expect(missing.filter(({ core }) => core).map(({ id }) => [id, EXPLAINED.get(id)])).toEqual([
      ['evidence-stale', 'results of execution are no part of the specification; they come with a later version'],
    ]);
  });

  it('are all there beyond that, but for those that the language cannot have, and those that come later', () => {
    expect(missing.map(({ id }) => id).filter((id) => !EXPLAINED.has(id))).toEqual(LATER);
  });
});

describe('the guide to rules that are not there', () => {
  it('names no rule that is there, and no rule that nobody designed', () => {
    const ids = [...EXPLAINED.keys()];
    const designed = new Set([...DESIGNED.change, ...DESIGNED.lint].map(({ id }) => id));
    const present = new Set([...CHANGE_RULES, ...LINTS].map(({ id }) => id));
    expect(ids.filter((id) => present.has(id))).toEqual([]);
    expect(ids.filter((id) => !designed.has(id))).toEqual([]);
  });
});
