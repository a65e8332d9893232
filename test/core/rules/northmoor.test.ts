import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffModels } from '../../../src/core/diff/diff-models.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { judgeChanges } from '../../../src/core/rules/judge.ts';
import type { Judgement } from '../../../src/core/rules/judge.ts';
import { clauseIds, readClauseCatalogue } from '../../../src/core/model/clause-catalogue.ts';
import { runLints } from '../../../src/core/rules/run-lints.ts';
import type { RevisionLabel } from '../../../src/core/diagnostics/location.ts';
import type { SourceFile } from '../../../src/core/source/source-file.ts';
import { compareLanguages } from '../../../src/io/pattern-languages.ts';
import { graphOf, load, sha256, sourceFile } from './small-project.ts';

const PLANT = 'examples/northmoor';
const AS_OF = '2026-03-02';
const CLAUSES = clauseIds(readClauseCatalogue(readFileSync('specs/catalogues/clauses.yaml', 'utf8')));

function folder(revision: RevisionLabel, name: string): readonly SourceFile[] {
  const root = join(PLANT, name);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const files = names.map((file) => file.split(sep).join('/')).toSorted((a, b) => (a < b ? -1 : 1));
  return files.map((file) => sourceFile(revision, file, readFileSync(join(root, file), 'utf8')));
}

function judged(before: string, after: string): Judgement {
  const files = { base: folder('base', before), head: folder('head', after) };
  const [base, head] = [load('base', files.base), load('head', files.head)];
  const [graphBase, graphHead] = [graphOf(base, CLAUSES), graphOf(head, CLAUSES)];
  const lints = (model: typeof base, graph: typeof graphBase) =>
    runLints({ model, graph, digest: sha256, asOf: AS_OF });
  return judgeChanges({
    base,
    head,
    diff: diffModels(base, head, files),
    graphBase,
    graphHead,
    lintBase: lints(base, graphBase),
    lintHead: lints(head, graphHead),
    digest: sha256,
    compareLanguages,
    asOf: AS_OF,
  });
}

function said({ ruleId, class: verdict, risk, element, attribute, raisedBy }: Finding): string {
  const place = `${element.kind}:${element.id}${attribute === '' ? '' : ` ${attribute}`}`;
  return `${verdict}${risk === undefined ? '' : `·${risk}`} ${ruleId} ${place}${raisedBy.map(({ id }) => ` ${id}`).join('')}`;
}

describe('CR-2041, eight small edits', () => {
  const { findings, class: whole } = judged('v1.0.0', 'cr-2041');
  const all = findings.map(said);

  it('is critical', () => expect(whole).toBe('CRITICAL'));

  it.each([
    [
      'E1',
      [
        'breaking·C introduced:state-set-not-total set:VM-NCR-BLOCK A1',
        'breaking·H introduced:self-approval-possible transition:NCR.T09',
        'risky·M state-added state:NCR.PendingVerification',
        'breaking·H transition-removed transition:NCR.T04',
        'risky·H transition-added transition:NCR.T08',
        'risky·H transition-added transition:NCR.T09',
        'risky·H transition-added transition:NCR.T10',
      ],
    ],
    ['E2', ['editorial display-text-changed code:CL-DISPO.USE_AS_IS title']],
    [
      'E3',
      [
        'breaking·H introduced:mapping-truncation mapping:IF-004.supplier_name',
        'compatible·L field-length-widened mapping:IF-004.supplier_name source.length',
      ],
    ],
    ['E4', ['compatible·L role-renamed role:QUAL_INSPECTOR']],
    [
      'E5',
      [
        'risky·H introduced:interface-retry-outlasts-alarm interface:IF-002',
        'compatible·M interface-retry-increased interface:IF-002 delivery.retry.max',
      ],
    ],
    [
      'E6',
      [
        'editorial display-text-changed output:RO-05 title',
        'editorial display-text-changed output:RO-06 title',
        'editorial display-text-changed step:PS-04 title',
      ],
    ],
    ['E7', ['risky·C rounding-rule-changed conversion:UC-RA decimals A3']],
    ['E8', ['risky·H requirement-text-changed requirement:URS-005 text A3']],
  ])('%s', (_, expected) => {
    expect(all).toEqual(expect.arrayContaining(expected));
  });

  it('blames the new state for the set that no longer says it all', () => {
    const trap = findings.find(({ ruleId }) => ruleId === 'introduced:state-set-not-total');
    expect(trap?.reason).toContain('state-added on NCR.PendingVerification');
  });

  it('the rename of a role leaves no echo in the steps and scenarios that name it', () => {
    const about = findings.filter(({ before, after }) => JSON.stringify([before, after]).includes('QA_INSP'));
    expect(about.map(({ ruleId }) => ruleId)).toEqual(['role-renamed']);
  });

  it('the worked examples follow from the new rounding', () => {
    const rounding = findings.find(({ ruleId }) => ruleId === 'rounding-rule-changed');
    const examples = findings.find(({ attribute }) => attribute === 'examples');
    expect(rounding?.claims).toEqual([examples?.fingerprint]);
    expect(examples?.claimedBy).toBe(rounding?.fingerprint);
  });
});

describe('what the board approved instead', () => {
  it('resolves what CR-2041 broke', () => {
    const rules = judged('cr-2041', 'v2.0.1').findings.map(({ ruleId, element }) => `${ruleId} ${element.id}`);
    expect(rules).toEqual(
      expect.arrayContaining([
        'resolved:state-set-not-total VM-NCR-BLOCK',
        'resolved:mapping-truncation IF-004.supplier_name',
        'resolved:interface-retry-outlasts-alarm IF-002',
        'resolved:self-approval-possible NCR.T09',
        'assurance-strengthened VM-NCR-BLOCK',
        'signature-added NCR.T08',
        'sod-constraint-added SOD-05',
      ]),
    );
  });
});

describe('CR-2057, one edited interface', () => {
  it('turns a gate that fails closed into one that fails open', () => {
    const { findings, class: whole } = judged('v2.0.1', 'cr-2057');
    expect(whole).toBe('CRITICAL');
    expect(findings.map(said)).toEqual(
      expect.arrayContaining([
        'breaking·C introduced:interface-fail-open-on-gate interface:IF-007 A1',
        'risky·C introduced:guard-stale-data transition:INV.T03 A1',
        'risky·C interface-downtime-made-permissive interface:IF-007 whenDown.mode',
        'risky·H interface-latency-relaxed interface:IF-007 cache A1',
      ]),
    );
  });
});
