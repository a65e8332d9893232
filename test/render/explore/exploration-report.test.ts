import { describe, expect, it } from 'vitest';

import { listExploration } from '../../../src/app/list-exploration.ts';
import type { ExplorationReport } from '../../../src/core/report/exploration-report.ts';
import { explorationData } from '../../../src/render/explore/exploration-json.ts';
import { explorationHtml } from '../../../src/render/explore/exploration-html.ts';
import { explorationJunit } from '../../../src/render/explore/exploration-junit.ts';
import { explorationMarkdown } from '../../../src/render/explore/exploration-markdown.ts';
import { explorationText } from '../../../src/render/explore/exploration-text.ts';
import { storyBlocks } from '../../../src/render/explore/story-blocks.ts';
import { jsonText } from '../../../src/render/json/json-text.ts';
import { sarif } from '../../../src/render/lists/sarif.ts';
import { PLAIN } from '../../../src/render/paint.ts';
import { parseOutput } from '../../commands/run-command.ts';
import { incomplete, report, story } from './told-report.ts';

const frame = {
  command: 'explore',
  toolVersion: '1.2.3',
  inRepository: 'plant',
  digest: () => '0'.repeat(64),
} as const;

describe('An exploration as text', () => {
  it('says first what the change breaks, then how, where the baseline parts from it, and which edit does it', () => {
    expect(explorationText(report, PLAIN)).toBe(`aaaaaaaaaaaa → bbbbbbbbbbbb
1 invariant is newly broken.
Bounds: 1 lot, 1 ncr, at most 2 messages waiting in each channel, at most 1 fault in one story.
  Largest search: 1,234 states in head, 1,000 in the baseline.

NEWLY BROKEN (1):
  R1: Nothing is released with an open NCR (4 steps, 3 of them by people; 1 fault needed)
NOT EXPLORED (1):
  R3: Pieces add up. Quantities are not followed by the search.
no violation found within these bounds (1):
  R2

R1  NEWLY BROKEN  severity high
Nothing is released with an open NCR
In the head it is broken with 1 fault; in the base no violation was found within these bounds.
Shortest story: 4 steps, 3 of them by people; 1 fault needed.

#  who                 what happens                                                      NCR      STOCK      on the way
-  ------------------  ----------------------------------------------------------------  -------  ---------  -----------
                       where it begins                                                   Draft    QI
1  Quality inspector   raise ncr (NCR.T01) on ncr 1 in QMS                               *Open    QI         IF-1 to ERP
   or Shift lead       taken as so: the defect is confirmed
2  IF-1                the message (NCR = Open) to ERP is lost                           Open     QI
3  Quality inspector   close (NCR.T02) on ncr 1 in QMS                                   *Closed  QI         IF-1 to ERP
                       entered: ncr.disposition REWORK
                       signed: NCR closed
4  Quality inspector   release (STOCK.T02) on lot 1 in ERP                               Closed   *Released  IF-1 to ERP
                       signed: Released for use
                       <- The baseline refuses it: NCR of ncr 1 must be Draft, but is
                       Closed

Step 4 is where the baseline parts from it. The baseline refuses it: NCR of ncr 1 must be Draft,
  but is Closed.
This edit breaks it on its own; undoing it mends it:
  - transition STOCK.T02: when removed
Within these bounds: 1 lot, 1 ncr, at most 2 messages waiting in each channel, at most 1 fault in
  one story.

Noticed without being asked, new in head (1)
  a step that can never happen (STOCK.T03): STOCK.T03 never happens.
  1 observation that the baseline has too (--format json)

Reachable in head only, whether or not an invariant speaks of it (1)
  STOCK in Released while NCR in Open (2 steps)

What this model leaves out
  Time is not counted.
`);
  });

  it('calls a story the shortest that was found where a shorter one may lie in what was not seen', () => {
    const open = { ...report, complete: false, gaps: ['A bound was reached.'] };
    const drawn = [explorationText(open, PLAIN), explorationMarkdown(open), explorationHtml(open)];
    expect(drawn.map((text) => /Shortest story(?<found> found)?: 4 steps/u.exec(text)?.groups?.['found'])).toEqual([
      ' found',
      ' found',
      ' found',
    ]);
  });

  it('says first that a bound was reached where verdicts rest on equal ones at several sizes', () => {
    const settled = { ...report, boundsReached: ['With 1, 2 and 3 messages in a channel every verdict is the same.'] };
    for (const text of [explorationText(settled, PLAIN), explorationMarkdown(settled), explorationHtml(settled)])
      expect(text.replaceAll(/<[^>]*>|\*\*|\s+/gu, ' ')).toMatch(
        /BOUND REACHED.*With 1, 2 and 3 messages in a channel every verdict is the same\./u,
      );
  });

  it('says INCOMPLETE, and never that something holds, where not everything was seen', () => {
    const text = explorationText(incomplete, PLAIN);
    expect(text).toContain('INCOMPLETE. No invariant is newly broken in what was seen.\n');
    expect(text).toContain('\nINCOMPLETE\n  The search reached its limit of states.\n  What was not seen may break');
    expect(text).not.toMatch(/within these bounds|\bsafe\b|\bpassed\b/);
  });
});

describe('An exploration as JSON', () => {
  it.each([
    ['complete', report],
    ['incomplete', incomplete],
  ])('follows its schema: %s', (_, one) => {
    const data = parseOutput('exploration', jsonText(explorationData(one)));
    expect(data).toMatchObject({ complete: one.complete, gaps: one.gaps });
  });

  it('has the verdict, the faults, the steps and the blame of each invariant', () => {
    const { invariants } = parseOutput<{ invariants: Record<string, unknown>[] }>(
      'exploration',
      jsonText(explorationData(report)),
    );
    expect(invariants.map(({ id, verdict, faults, steps }) => [id, verdict, faults, steps])).toEqual([
      ['R1', 'newly-broken', 1, 4],
      ['R3', 'not-explored', null, null],
      ['R2', 'holds', null, null],
    ]);
    expect(invariants[0]?.['blame']).toMatchObject({
      edits: [{ element: 'transition:STOCK.T02', what: 'when removed', at: { file: 'specs/stock.yaml' } }],
    });
  });
});

/** A specification that wants to be more than text. */
const HOSTILE = '<img src=x onerror=alert(1)> [x](javascript:1) @team ```\u001b[2J | \u202e';

function hostile(): ExplorationReport {
  const bad = (value: unknown): unknown =>
    typeof value === 'string'
      ? HOSTILE
      : Array.isArray(value)
        ? value.map(bad)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, KEPT.has(key) ? item : bad(item)]))
          : value;
  return bad(report) as ExplorationReport;
}

/** Words of ours, not of the specification. */
const KEPT: ReadonlySet<string> = new Set([
  'verdict',
  'kind',
  'severity',
  'places',
  'bounds',
  'label',
  'fault',
  'commit',
]);

describe('Text of a specification', () => {
  it('is no markup in HTML', () => {
    const html = explorationHtml(hostile());
    expect(html).not.toContain('<img');
    expect(html).not.toContain('\u001b');
    expect(html.match(/<script/g)).toBeNull();
  });

  it('is no Markdown and calls nobody', () => {
    const markdown = explorationMarkdown(hostile());
    expect(markdown).not.toContain('<img');
    expect(markdown).not.toMatch(/(?<!\\)\]\(/);
    expect(markdown).not.toMatch(/@team/);
    expect(markdown).not.toContain('\u001b');
  });

  it('does not act on a terminal', () => {
    // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
    expect(explorationText(hostile(), PLAIN)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('An exploration as one page', () => {
  const html = explorationHtml(report);

  it('needs nothing else', () => {
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|src=|@import|url\(/);
  });

  it('has a chart and a table for the story', () => {
    expect(html.match(/<svg class="figure"/g)).toHaveLength(1);
    expect(html).toContain('<table class="story">');
    expect(html).toContain('The baseline refuses it: NCR of ncr 1 must be Draft, but is Closed');
  });

  it('is balanced markup', () => {
    const open: string[] = [];
    for (const [, close, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z\d]+)([^>]*)>/g)) {
      if (['meta', 'br', 'img'].includes(name) || rest.endsWith('/')) continue;
      if (close === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
});

describe('An exploration for a pipeline', () => {
  it('is one JUnit case for each invariant: failed, skipped, or nothing found', () => {
    const xml = explorationJunit(report);
    expect(xml).toContain('<testsuites name="countersign" tests="3" failures="1" errors="0" skipped="1">');
    expect(xml).toContain('name="R1 Nothing is released with an open NCR">\n      <failure type="newly-broken"');
    expect(xml).toContain('<skipped message="not explored: Quantities are not followed by the search."/>');
    expect(xml).toContain('2. IF-1: the message (NCR = Open) to ERP is lost\n3. Quality inspector: close');
  });

  it('has an error where nothing could be decided', () => {
    expect(explorationJunit(incomplete)).toContain('<error type="incomplete"');
  });

  it('is SARIF on the line of the blamed edit', () => {
    const { runs } = JSON.parse(sarif(listExploration(report, frame))) as {
      runs: { results: { ruleId: string; level: string; locations: unknown[]; message: { text: string } }[] }[];
    };
    expect(runs[0]?.results).toHaveLength(1);
    expect(runs[0]?.results[0]).toMatchObject({
      ruleId: 'invariant/R1',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'plant/specs/stock.yaml' },
            region: { startLine: 7, startColumn: 5 },
          },
        },
      ],
    });
    expect(runs[0]?.results[0]?.message.text).toContain('Broken by transition STOCK.T02: when removed.');
  });
});

describe('A story in a document', () => {
  it('is a table without an empty cell, a chart of it, and how to read that', () => {
    const [table, ...others] = storyBlocks(story, 'the story in which R1 breaks');
    expect(others.map(({ kind }) => kind)).toEqual(['figure', 'paragraph']);
    expect(table).toMatchObject({ kind: 'table' });
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.map(({ cells }) => cells.length)).toEqual([6, 6, 6, 6, 6]);
    const texts = JSON.stringify(rows).match(/"text":"[^"]*"/g) ?? [];
    expect(texts).not.toContain('"text":""');
  });
});
