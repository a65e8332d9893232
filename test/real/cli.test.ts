import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { listData, readData, realDataPresent } from './data.ts';
import { importEforms } from './eforms-importer.ts';
import { byId, expectEforms } from './expected-eforms.ts';
import type { EformsRelease } from './expected-eforms.ts';
import { expectMantle } from './expected-mantle.ts';
import type { MantleRevision } from './expected-mantle.ts';
import { judged, sorted } from './facts.ts';
import { importMantle } from './mantle-importer.ts';
import { writeHistory } from './origin-history.ts';
import type { OriginHistory } from './origin-history.ts';

const program = fileURLToPath(new URL('../../bin/run.js', import.meta.url));

interface Comparison {
  readonly summary: { readonly class: string; readonly counts: { readonly findings: number } };
  readonly findings: readonly {
    readonly ruleId: string;
    readonly class: string;
    readonly risk: string | null;
    readonly element: { readonly kind: string; readonly id: string };
    readonly attribute: string;
  }[];
}

/** `countersign diff` as a user runs it, in a folder that is not the project. */
function diff({ folder, commits }: OriginHistory, index: number): Comparison {
  const range = `${commits[index] ?? ''}..${commits[index + 1] ?? ''}`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, 'diff', range, '--project', folder, '--format', 'json', '--as-of', '2026-11-01'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Comparison;
}

function lines({ findings }: Comparison): readonly string[] {
  return sorted(
    findings.map(({ ruleId, class: changeClass, risk, element, attribute }) =>
      judged(
        ruleId,
        risk === null ? changeClass : `${changeClass} ${risk}`,
        `${element.kind}:${element.id}`,
        attribute,
      ),
    ),
  );
}

describe.skipIf(!realDataPresent())('countersign diff on real histories', { timeout: 300_000 }, () => {
  const histories: OriginHistory[] = [];
  afterAll(() => {
    for (const { folder } of histories) rmSync(folder, { recursive: true, force: true });
  });

  it('prints the findings that the raw data call for: an early pair, a late one, and the last', () => {
    const files = listData('mantle', /^\d+-.*\.json$/);
    const revisions = files.map((file) => readData(file) as MantleRevision);
    const history = writeHistory(revisions.map(importMantle));
    histories.push(history);
    for (const index of [9, 33, 54]) {
      const [before, after] = [revisions[index], revisions[index + 1]];
      if (before === undefined || after === undefined) throw new Error('no pair');
      const printed = diff(history, index);
      expect(lines(printed)).toEqual(expectMantle(before, after).findings);
      expect(printed.summary.counts.findings).toBe(printed.findings.length);
    }
  });

  it('prints the findings of a release of 1,256 mapped fields', () => {
    const [before, after] = ['eforms/1.14.2.json', 'eforms/1.15.0.json'].map((file) => readData(file) as EformsRelease);
    if (before === undefined || after === undefined) throw new Error('no pair');
    const base = importEforms(before);
    const history = writeHistory([base, importEforms(after, base.places)]);
    histories.push(history);
    const printed = diff(history, 0);
    expect(lines(printed)).toEqual(expectEforms(before, after, byId).findings);
    expect(printed.summary.class).toBe('MAJOR');
  });
});
