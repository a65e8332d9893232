import { conditionWords } from '../../derive/wording/condition-words.ts';
import type { Condition } from '../../language/condition.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, type Stated, notApplicable, stated } from '../stated.ts';
import { readsOf, setsIn } from './condition-reads.ts';

export const EFFECT_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  interface: text,
  message: STATED,
  sourceState: STATED,
  transition: STATED,
  blocking: STATED,
  ifUnknown: STATED,
});

/** What a message drives at its receiver: a step that it starts, or a step that waits for what it brought or answers. */
export type EffectRow = FactsOf<typeof EFFECT_ROW>;

export const EFFECT_TABLE = 'State effects';

/** One row for each interface and step that receives a message of it, reads its copy or asks over it; by interface and step. */
export function effectRows(model: SpecModel): readonly EffectRow[] {
  const transitions = inForce(model, 'transition');
  return inForce(model, 'interface').flatMap((flow) => {
    const messages = new Set([flow.id, ...model.partsOf(flow, 'message').map(({ id }) => id)]);
    return transitions.flatMap((step): EffectRow[] => [
      ...received(step, flow, messages, model),
      ...read(step, flow, model),
    ]);
  });
}

function received(
  step: Element<'transition'>,
  flow: Element<'interface'>,
  messages: ReadonlySet<string>,
  model: SpecModel,
): readonly EffectRow[] {
  const { receives } = step.attributes;
  if (receives === undefined) return [];
  const condition = isNames(receives) ? undefined : receives;
  const names = isNames(receives) ? receives : messagesOf(receives);
  const mine = names.filter((name) => messages.has(name));
  if (mine.length === 0) return [];
  return [
    row(step, flow, 'receives', {
      message: stated(condition === undefined ? mine.join(', ') : conditionWords(condition, model), ''),
      blocking: blockingOf(step, model),
      ifUnknown: ifUnknown(flow, condition, model),
    }),
  ];
}

function read(step: Element<'transition'>, flow: Element<'interface'>, model: SpecModel): readonly EffectRow[] {
  const { when } = step.attributes;
  return readsOf(when)
    .filter((one) => one.interface === flow.id)
    .map((one) =>
      row(step, flow, one.from, {
        message: stated(one.from === 'copy' ? 'What it last brought' : 'Its answer at this moment', ''),
        blocking: stated(`Blocks the step unless ${when === undefined ? '' : conditionWords(when, model)}`, ''),
        ifUnknown: stated('The step is not possible', ''),
      }),
    );
}

function row(
  step: Element<'transition'>,
  flow: Element<'interface'>,
  how: 'receives' | 'copy' | 'query',
  cells: Pick<EffectRow, 'message' | 'blocking' | 'ifUnknown'>,
): EffectRow {
  const { from, to } = step.attributes;
  const target = typeof to === 'string' ? to : `back to ${to.last.join(' or ')}`;
  return {
    key: `${step.key}|${flow.id}|${how}`,
    change: 'same',
    id: step.id,
    interface: flow.id,
    message: cells.message,
    sourceState: stated(from.join(', '), ''),
    transition: stated(`${step.id} → ${target}`, ''),
    blocking: cells.blocking,
    ifUnknown: cells.ifUnknown,
  };
}

/** Classes in which nothing is used; from these the step takes away or gives free. */
const BLOCKING: ReadonlySet<string> = new Set(['held', 'quarantine', 'open', 'pre']);

function blockingOf(step: Element<'transition'>, model: SpecModel): Stated {
  const { to } = step.attributes;
  if (to === 'same') return notApplicable('the state stays');
  const lifecycle = step.id.split('.')[0] ?? '';
  const names = typeof to === 'string' ? [to] : to.last;
  const classes = names.map((name) => model.get('state', `${lifecycle}.${name}`)?.attributes.class);
  const known = classes.filter((one) => one !== undefined);
  return stated(
    known.length < classes.length
      ? undefined
      : known.map((one) => (BLOCKING.has(one) ? `Blocks (class ${one})` : `Does not block (class ${one})`)).join('; '),
    `class of ${names.join(', ')}`,
  );
}

/** What a status counts as that the consumer's list does not name; else what an unexpected message comes to. */
function ifUnknown(flow: Element<'interface'>, condition: Condition | undefined, model: SpecModel): Stated {
  const sets = setsIn(condition);
  if (sets.length === 0)
    return stated(`Message in another state: ${flow.attributes.unexpected ?? 'error (the default)'}`, '');
  const rules = sets.map((id) => ({ id, unknown: model.get('set', id)?.attributes.unknown }));
  const open = rules.filter(({ unknown }) => unknown === undefined).map(({ id }) => id);
  return stated(
    open.length > 0
      ? undefined
      : rules
          .map(
            ({ id, unknown }) =>
              `Counts as ${unknown === 'in' ? 'in' : unknown === 'out' ? 'NOT in' : 'refused by'} ${id}`,
          )
          .join('; '),
    `what an unknown status counts as in ${open.join(', ')}`,
  );
}

function isNames(receives: Condition | readonly string[]): receives is readonly string[] {
  return Array.isArray(receives);
}

function messagesOf(condition: Condition): readonly string[] {
  if (condition.kind === 'message') return condition.messages;
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(messagesOf) : [];
}
