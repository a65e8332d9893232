import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/core/rules/finding.ts';
import { groupFindings } from '../../../../src/core/rules/judging/group-findings.ts';
import type { RawFinding } from '../../../../src/core/rules/judging/raw-finding.ts';
import { changeContext } from '../../../../src/core/rules/judging/change-context.ts';
import { CHANGE_RULES } from '../../../../src/core/rules/change/index.ts';
import { runChangeRules } from '../../../../src/core/rules/run-change-rules.ts';
import { compare, sha256 } from '../small-project.ts';

const raws = (before: string, after: string): readonly RawFinding[] =>
  runChangeRules(CHANGE_RULES, changeContext(compare(before, after)), sha256);
const said = ({ ruleId, risk, element, parts }: Finding): string =>
  [ruleId, risk, element.id, ...(parts ?? []).map(({ id }) => `+${id}`)].join(' ');

const INVENTORY = `roles: {QA: {}}
lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T: {from: QI, to: Released, by: QA}}}}`;

describe('parts of a new element', () => {
  const found = raws('roles: {QA: {}}', INVENTORY);

  it('are told in its finding', () => {
    expect(groupFindings(found).map(({ finding }) => said(finding))).toEqual([
      'lifecycle-added H INV +INV.QI +INV.Released +INV.T',
    ]);
  });

  it('speak for themselves where nobody reports it as new', () => {
    const ofParts = found.filter(({ within }) => within !== undefined);
    expect(ofParts.map(({ finding }) => finding.element.id)).toEqual(['INV.QI', 'INV.Released', 'INV.T']);
    expect(groupFindings(ofParts)).toEqual(ofParts);
    // A finding about one attribute of the whole says nothing of its coming.
    const about = found
      .filter(({ within }) => within === undefined)
      .map((raw) => ({ ...raw, finding: { ...raw.finding, attribute: 'initial' } }));
    expect(groupFindings([...about, ...ofParts]).map(({ finding }) => said(finding))).toEqual([
      'lifecycle-added M INV',
      ...ofParts.map(({ finding }) => said(finding)),
    ]);
  });
});
