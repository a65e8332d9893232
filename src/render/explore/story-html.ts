import type { BaseRefusal } from '../../core/explore/change/change-exploration.ts';
import type { Story } from '../../core/explore/story/story.ts';
import type { Html } from '../html.ts';
import { escaped } from '../html.ts';
import { figureSvg } from '../figures/figure-svg.ts';
import { partsOfFigure } from '../figure-parts.ts';
import { sequenceFigure, SEQUENCE_LEGEND } from '../figures/sequence/sequence-figure.ts';
import { storyTable, type StoryRow } from './story-table.ts';

/**
 * How high a part of a chart may be, so that a printed page holds it: for its width where it is scaled to the page, and in its
 * own units where it is not. The first stands beside its text.
 */
const PAGE = { first: { scaled: 0.52, unscaled: 490 }, other: { scaled: 0.6, unscaled: 610 } };

/** A story as sequence chart and table; `about` is what it is the story of. A long chart comes in parts that can be printed. */
export function storyFigure(story: Story, about: string, refusal?: BaseRefusal): Html {
  const table = storyTable(story, refusal);
  const unchanged =
    table.unchanged.length === 0 ? [] : [escaped`<p class="bounds">Unchanged: ${table.unchanged.join(', ')}.</p>`];
  return escaped`<figure>
${storyCharts(story, about, refusal)}<figcaption>${SEQUENCE_LEGEND}</figcaption>
</figure>
<table class="story">
<thead><tr><th scope="col">#</th><th scope="col">who</th><th scope="col">what happens</th>${table.statuses.map((name) => escaped`<th scope="col">${name}</th>`)}<th scope="col">on the way</th></tr></thead>
<tbody>
${table.rows.map(storyRow)}</tbody>
</table>
${unchanged}`;
}

/** The chart of a story, in as many parts as pages need. */
export function storyCharts(story: Story, about: string, refusal?: BaseRefusal): readonly Html[] {
  const figure = sequenceFigure(story, { about, refusal });
  const room = ({ scaled, unscaled }: typeof PAGE.first): number => Math.max(figure.width * scaled, unscaled);
  const whole = figure.height <= room(PAGE.other);
  const parts = whole ? [figure] : partsOfFigure(figure, room(PAGE.first), room(PAGE.other));
  return parts.map((part, index) =>
    figureSvg(part, `Sequence chart of ${about}${parts.length === 1 ? '' : `, part ${index + 1} of ${parts.length}`}`),
  );
}

function storyRow(row: StoryRow): Html {
  const notes = row.notes.map(
    (note) => escaped`<span class="${note.startsWith('signed: ') ? 'signed' : 'note'}">${note}</span>`,
  );
  const alarm = row.alarm === undefined ? [] : [escaped`<span class="alarm">${row.alarm}</span>`];
  const cells = row.cells.map(({ value, changed }) => escaped`<td class="${changed ? 'new' : 'same'}">${value}</td>`);
  const waiting = row.onTheWay.map((text, index) => (index === 0 ? escaped`${text}` : escaped`<br>${text}`));
  return escaped`<tr class="${row.kind}"><td>${row.number === undefined ? '' : String(row.number)}</td><td>${row.who}</td><td>${row.what}${notes}${alarm}</td>${cells}<td>${waiting}</td></tr>
`;
}
