import { beforeAll, describe, expect, it } from 'vitest';

import { writePdf } from '../../../src/io/pdf-writer.ts';
import {
  explorationDocument,
  invalidDocument,
  replayDocument,
} from '../../../src/render/explore/exploration-document.ts';
import type { ExplorationReport } from '../../../src/core/report/exploration-report.ts';
import { POPPLER, words } from '../../io/pdf/poppler.ts';
import { incomplete, report, story } from './told-report.ts';

const HASH = 'sha256:0123456789ab';

describe('A record of an exploration', () => {
  it('says that it is no controlled document: no number, no package, nobody approves it', () => {
    expect(explorationDocument(report, HASH).meta).toEqual({
      title: 'Exploration of a change',
      documentType: 'Record of an exploration',
      number: 'No number',
      revision: '–',
      status: 'DRAFT',
      statusReasons: [
        'This is a working record of an exploration. It has no document number, belongs to no package, and nobody approves it.',
        'The impact assessment of a package holds the same result under document control: countersign build.',
      ],
      organisation: 'Not a controlled document',
      site: 'Working record',
      confidentiality: 'Not a controlled document',
      packageId: 'No package',
      packageVersion: '',
      commit: 'bbbbbbbbbbbb',
      tree: 'clean',
      contentHash: HASH,
      tool: 'countersign',
      toolVersion: '1.2.3',
      generated: 'no commit',
    });
  });

  it('has the verdicts, each story with its table and chart, the bounds and what is left out', () => {
    const titles = explorationDocument(report, HASH).blocks.flatMap((block) =>
      block.kind === 'heading' ? [JSON.stringify(block.content)] : [block.kind],
    );
    expect(titles.map((title) => /"text":"([^"]*)"/.exec(title)?.[1] ?? title)).toEqual([
      'paragraph',
      'callout',
      'Verdicts',
      'table',
      'R1: Nothing is released with an open NCR',
      'callout',
      'paragraph',
      'Shortest story: 4 steps, 3 of them by people; 1 fault needed',
      'table',
      'figure',
      'paragraph',
      'Noticed without being asked, new in head',
      'list',
      'Reachable in head only, whether or not an invariant speaks of it',
      'list',
      'Bounds of the search',
      'paragraph',
      'table',
      'What this model leaves out',
      'list',
    ]);
  });
});

describe.skipIf(!POPPLER)('On paper', () => {
  const text = new Map<string, string>();
  beforeAll(async () => {
    const hostile = JSON.parse(
      JSON.stringify(report).replaceAll('Nothing is released', '</b>\\u0007| # \\"x\\" [a](b) {{y}}'),
    ) as ExplorationReport;
    const documents = {
      whole: explorationDocument(report, HASH),
      incomplete: explorationDocument(incomplete, HASH),
      hostile: explorationDocument(hostile, HASH),
      invalid: invalidDocument('specs/a.yaml:3: no such state\nin NCR', '1.2.3'),
      replay: replayDocument(
        {
          toolVersion: '1.2.3',
          head: report.head,
          bounds: report.bounds,
          traces: [
            {
              about: 'R1',
              steps: 5,
              story,
              refused: { step: 5, name: 'X', reason: 'it is not there' },
              verdict: 'not-broken',
              reproduced: false,
              notices: [],
            },
          ],
        },
        HASH,
      ),
    };
    for (const [name, document] of Object.entries(documents))
      // oxlint-disable-next-line no-await-in-loop -- one document at a time
      text.set(name, words((await writePdf(document)).bytes));
  });

  it('tells the story with the step that the baseline refuses, and the bounds in words', () => {
    expect(text.get('whole')).toContain('R1 newly broken');
    expect(text.get('whole')).toContain('The baseline refuses it: NCR of ncr 1 must be Draft');
    expect(text.get('whole')).toContain(
      'Within these bounds: 1 lot, 1 ncr, at most 2 messages waiting in each channel',
    );
    expect(text.get('whole')).not.toMatch(/\bsafe\b/i);
  });

  it('says INCOMPLETE where not everything was seen', () => {
    expect(text.get('incomplete')).toContain('INCOMPLETE What was not seen may break an invariant');
  });

  it('prints what a specification calls its things as it stands there', () => {
    expect(text.get('hostile')).toContain('</b>\\u0007| # "x" [a](b) {{y}}');
  });

  it('says which step of a story is refused when it is taken again', () => {
    expect(text.get('replay')).toContain(
      'NOT REPRODUCED Step 5 of 5 is refused here: X. It is not there. R1 is not broken by it here as far as it goes.',
    );
  });

  it('says why nothing was explored', () => {
    expect(text.get('invalid')).toContain('Nothing was explored, and nothing is known of what can be reached.');
    expect(text.get('invalid')).toContain('specs/a.yaml:3: no such state');
  });
});
