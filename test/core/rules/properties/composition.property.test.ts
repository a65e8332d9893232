import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import { CHANGE_RULES } from '../../../../src/core/rules/change/index.ts';
import type { Finding } from '../../../../src/core/rules/finding.ts';
import { adjustFindings } from '../../../../src/core/rules/judging/adjust-findings.ts';
import { groupFindings } from '../../../../src/core/rules/judging/group-findings.ts';
import { classRank, riskRank } from '../../../../src/core/rules/judging/raw-finding.ts';
import { runChangeRules } from '../../../../src/core/rules/run-change-rules.ts';
import { sha256 } from '../small-project.ts';
import {
  contextOf,
  isLinked,
  ofThePlant,
  partOfTheWay,
  SEED,
  someEdits,
  wayNamed,
  ways,
  waysWithSteps,
} from './partial-edits.ts';
import type { Way } from './partial-edits.ts';

interface Judged {
  readonly raw: readonly Finding[];
  readonly grouped: readonly Finding[];
}

function judged(base: SpecModel, head: SpecModel, { clauses }: Way): Judged {
  const context = contextOf(base, head, clauses);
  const raws = adjustFindings(runChangeRules(CHANGE_RULES, context, sha256), context);
  return { raw: raws.map(({ finding }) => finding), grouped: groupFindings(raws).map(({ finding }) => finding) };
}

const highest = (findings: readonly Finding[]): { readonly class: number; readonly risk: number } => ({
  class: Math.max(-1, ...findings.map((finding) => classRank(finding.class))),
  risk: Math.max(-1, ...findings.map(({ risk }) => riskRank(risk))),
});

/**
 * Edits that are told as one: half of a rename is a removal, half of a link that moves is a link less, a step that is
 * replaced is gone from the rule that named it as long as it is still there itself, and of two ways to a state one signs
 * in another meaning as long as only one has the new.
 */
const TOLD_AS_ONE: ReadonlySet<string> = new Set([
  'element-relocated',
  'signature-meaning-changed',
  'sod-constraint-weakened',
]);

/** Nobody had named a record in a system that is new itself; once it is there, a key that it gets is one that it lacked. */
function keysAreAsNewAsTheirSystem(findings: readonly Finding[]): boolean {
  const ofSystems = findings
    .filter(({ ruleId }) => ruleId === 'system-added')
    .map(({ element }) => `keys.${element.id}`);
  return findings.some(({ element, attribute }) => element.kind === 'object' && ofSystems.includes(attribute));
}

describe('a way in two steps', () => {
  it('weighs no less when it is made in one', () => {
    fc.assert(
      fc.property(waysWithSteps, fc.nat(), fc.nat(), (name, one, other) => {
        const way = wayNamed(name);
        const first = someEdits(way, one);
        const [start, end] = [
          partOfTheWay('base', way, new Set()),
          partOfTheWay('head', way, new Set([...first, ...someEdits(way, other)])),
        ];
        const between = (revision: 'base' | 'head') => partOfTheWay(revision, way, first);
        fc.pre(isLinked(between('head'), way.clauses) && isLinked(end, way.clauses));
        const whole = judged(start, end, way).grouped;
        fc.pre(!contextOf(start, end, way.clauses).diff.identities.some(({ renamed }) => renamed));
        fc.pre(!whole.some(({ ruleId }) => TOLD_AS_ONE.has(ruleId)));
        fc.pre(!keysAreAsNewAsTheirSystem(whole));
        const steps = [...judged(start, between('head'), way).grouped, ...judged(between('base'), end, way).grouped];
        const [least, most] = [highest(ofThePlant(steps)), highest(ofThePlant(whole))];
        const lighter = most.class < least.class || most.risk < least.risk;
        expect(lighter ? { whole: whole.map(said), steps: steps.map(said), first: [...first] } : 'covered').toBe(
          'covered',
        );
      }),
      { numRuns: 150, seed: SEED },
    );
  });
});

const said = (finding: Finding): string =>
  [
    finding.class,
    finding.risk,
    finding.ruleId,
    finding.element.id,
    finding.attribute,
    ...finding.raisedBy.map(({ id }) => id),
  ].join(' ');

describe('telling findings together', () => {
  const critical = (findings: readonly Finding[]): readonly string[] => [
    ...new Set(
      findings
        .filter(({ risk }) => risk === 'C')
        .flatMap(({ element, parts }) => [element, ...(parts ?? [])])
        .map(({ kind, id }) => `${kind}:${id}`),
    ),
  ];

  it('loses neither class, risk, a critical element, evidence nor anyone who decides', () => {
    fc.assert(
      fc.property(ways, fc.nat(), (name, seed) => {
        const way = wayNamed(name);
        const edited = partOfTheWay('head', way, someEdits(way, seed));
        const { raw, grouped } = judged(partOfTheWay('base', way, new Set()), edited, way);
        expect(highest(grouped)).toEqual(highest(raw));
        expect(critical(raw).filter((key) => !critical(grouped).includes(key))).toEqual([]);
        const asked = (findings: readonly Finding[]): readonly string[] =>
          [...new Set(findings.flatMap(({ evidence, approvers }) => [...evidence, ...approvers.approve]))].toSorted();
        expect(asked(grouped)).toEqual(asked(raw));
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});
