import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { analyseRevision, type AnalysedRevision } from '../../src/app/analyse-revision.ts';
import { compareRevisions, type Comparison } from '../../src/app/compare-revisions.ts';
import { NORTHMOOR_STORY } from '../../src/app/demo-story.ts';
import { clauseIds, readClauseCatalogue } from '../../src/core/model/clause-catalogue.ts';
import { sha256 } from '../../src/io/digest.ts';
import { compareLanguages } from '../../src/io/pattern-languages.ts';
import { readFolder } from '../../src/io/folder-source.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const clauses = clauseIds(readClauseCatalogue(readFileSync(join(root, 'specs/catalogues/clauses.yaml'), 'utf8')));
const silent = { step: () => undefined, done: () => undefined };

/** States of the demonstration plant, in the order of its story. */
export const STATES = NORTHMOOR_STORY.map(({ tag }) => tag);

export const EXAMPLES = join(root, 'examples');

/** A state of the plant, read and checked as of the day of its commit. */
export async function readState(tag: string): Promise<AnalysedRevision> {
  const chapter = NORTHMOOR_STORY.find((one) => one.tag === tag);
  if (chapter === undefined) throw new Error(`${tag} is no state of the story.`);
  return readProject(join(EXAMPLES, 'northmoor', tag), chapter.instant.slice(0, 10));
}

/** A project folder, read and checked as of a day. */
export async function readProject(folder: string, asOf: string): Promise<AnalysedRevision> {
  const reading = await readFolder(folder, 'head');
  return analyseRevision(reading.revision, reading.diagnostics, { clauses, digest: sha256, asOf, cache: new Map() });
}

/** Two states compared and judged, as of the day of the later one. */
export async function compareStates(base: string, head: string): Promise<Comparison> {
  const asOf = NORTHMOOR_STORY.find(({ tag }) => tag === head)?.instant.slice(0, 10) ?? '';
  return compareRevisions(
    await readState(base),
    await readState(head),
    { digest: sha256, compareLanguages, asOf },
    silent,
  );
}

/** What `check` says of a state, one line a finding. */
export function checkLines({ diagnostics, lint }: AnalysedRevision): readonly string[] {
  return [
    ...diagnostics.map(({ severity, ruleId, at }) => `${severity} ${ruleId} ${at.file}:${at.span.start.line}`),
    ...lint.map(
      ({ severity, ruleId, element, waiver }) =>
        `${severity} ${ruleId} ${element?.kind} ${element?.id}${waiver?.valid === true ? ` (waiver ${waiver.id})` : ''}`,
    ),
  ];
}

/** What `diff` says of two states, one line a finding: rule, element and attribute, class and risk, and what explains it. */
export function findingLines({ judgement }: Comparison): readonly string[] {
  return judgement.findings.map(({ ruleId, element, attribute, class: verdict, risk, claimedBy, raisedBy }) => {
    const explained = judgement.findings.find(({ fingerprint }) => fingerprint === claimedBy);
    return [
      `${verdict}${risk === undefined ? '' : `·${risk}`}`.padEnd(13),
      `${ruleId}  ${element.kind} ${element.id}${attribute === '' ? '' : ` (${attribute})`}`,
      raisedBy.length === 0 ? '' : `  raised by ${raisedBy.map(({ id }) => id).join(', ')}`,
      explained === undefined ? '' : `  explained by ${explained.ruleId} ${explained.element.id}`,
    ].join('');
  });
}
