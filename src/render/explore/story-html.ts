import type { BaseRefusal } from '../../core/explore/change/change-exploration.ts';
import type { Story } from '../../core/explore/story/story.ts';
import type { Html } from '../html.ts';
import { escaped } from '../html.ts';
import { sequenceDiagram } from './sequence/draw-sequence.ts';
import { storyTable, type StoryRow } from './story-table.ts';

/** A story as sequence diagram and table. */
export function storyFigure(story: Story, title: string, refusal?: BaseRefusal): Html {
  const table = storyTable(story, refusal);
  const unchanged =
    table.unchanged.length === 0 ? [] : [escaped`<p class="bounds">Unchanged: ${table.unchanged.join(', ')}.</p>`];
  return escaped`<figure>
${sequenceDiagram(story, title, refusal)}<figcaption>Filled numbers are steps of people. A dashed line is a message that waits; the arrow leaves it where the message arrives.</figcaption>
</figure>
<table class="story">
<thead><tr><th scope="col">#</th><th scope="col">who</th><th scope="col">what happens</th>${table.statuses.map((name) => escaped`<th scope="col">${name}</th>`)}<th scope="col">on the way</th></tr></thead>
<tbody>
${table.rows.map(storyRow)}</tbody>
</table>
${unchanged}`;
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
