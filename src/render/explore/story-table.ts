import type { Story, StoryStep, StoryValue } from '../../core/explore/story/story.ts';
import type { BaseRefusal } from '../../core/explore/change/change-exploration.ts';

/** A story as rows and columns, as every format prints it. */
export interface StoryTable {
  /** One for each status that changes on the way: `NCR`, or `NCR of ncr 2` where there are several. */
  readonly statuses: readonly string[];
  readonly rows: readonly StoryRow[];
  /** Statuses that stay as they are: `CON of concession 1 = Requested`. */
  readonly unchanged: readonly string[];
}

export interface StoryRow {
  /** Absent for the row in which the story begins. */
  readonly number?: number;
  readonly kind: StoryStep['kind'] | 'start';
  readonly who: string;
  readonly what: string;
  /** What belongs to the step besides: signatures, facts that are taken as so. */
  readonly notes: readonly string[];
  /** Why the step stands out: that the baseline refuses it. */
  readonly alarm?: string;
  readonly cells: readonly { readonly value: string; readonly changed: boolean }[];
  /** What is on its way after the step, one line for each interface and receiver: `IF-001 to MES: NCR = Open; NCR = Closed`. */
  readonly onTheWay: readonly string[];
  /** The same in short: `IF-001 to MES, 2`. */
  readonly waiting: readonly string[];
}

/** Lays out a story; `refusal` marks the step that the baseline would not have let happen. */
export function storyTable(story: Story, refusal?: BaseRefusal): StoryTable {
  const changing = new Set(story.steps.flatMap(({ changed }) => changed));
  const shown = story.start.filter(({ name }) => changing.has(name));
  const columns = shown.length === 0 ? story.start : shown;
  const several = new Set(columns.map(({ lifecycle }) => lifecycle)).size < columns.length;
  return {
    statuses: columns.map(({ lifecycle, name }) => (several ? name : lifecycle)),
    rows: [
      {
        kind: 'start',
        who: '',
        what: 'where it begins',
        notes: [],
        cells: columns.map(({ value }) => ({ value, changed: false })),
        onTheWay: [],
        waiting: [],
      },
      ...story.steps.map((step) => rowOf(step, columns, refusal)),
    ],
    unchanged: story.start
      .filter(({ name, value }) => !columns.some((column) => column.name === name) && value !== 'absent')
      .map(({ name, value }) => `${name} = ${value}`),
  };
}

function rowOf(step: StoryStep, columns: readonly StoryValue[], refusal: BaseRefusal | undefined): StoryRow {
  const values = new Map(step.after.map(({ name, value }) => [name, value]));
  return {
    number: step.number,
    kind: step.kind,
    who: step.who,
    what: stepSentence(step),
    notes: notesOf(step),
    ...(refusal?.step === step.number ? { alarm: refusal.reason } : {}),
    cells: columns.map(({ name }) => ({ value: values.get(name) ?? '', changed: step.changed.includes(name) })),
    ...waitingIn(step),
  };
}

function waitingIn({ onTheWay }: StoryStep): Pick<StoryRow, 'onTheWay' | 'waiting'> {
  const routes = new Map<string, string[]>();
  for (const text of onTheWay) {
    const [, route = text, content = ''] = /^(.*?)(?: \((.*)\))?$/su.exec(text) ?? [];
    routes.set(route, [...(routes.get(route) ?? []), content]);
  }
  const told = [...routes].map(([route, contents]) => ({
    route,
    contents: contents.filter((one) => one !== ''),
    of: contents.length,
  }));
  return {
    onTheWay: told.map(({ route, contents, of }) =>
      contents.length === of ? `${route}: ${contents.join('; ')}` : of === 1 ? route : `${route}, ${of}`,
    ),
    waiting: told.map(({ route, of }) => (of === 1 ? route : `${route}, ${of}`)),
  };
}

/** `raise (NCR.T01) on ncr 1 in QMS`; of a message the place stands in the sentence already. */
export function stepSentence(step: StoryStep): string {
  const inSentence = step.kind === 'delivery' || step.kind === 'fault' || step.kind === 'recovery';
  return inSentence || step.where === undefined ? step.what : `${step.what} in ${step.where}`;
}

function notesOf(step: StoryStep): readonly string[] {
  const entered = Object.entries(step.entered ?? {}).map(([field, code]) => `${field} ${code}`);
  return [
    ...(entered.length === 0 ? [] : [`entered: ${entered.join(', ')}`]),
    ...step.signed.map((meaning) => `signed: ${meaning}`),
    ...step.assumed.map((fact) => `taken as so: ${fact.replace(/^fact: /u, '')}`),
  ];
}
