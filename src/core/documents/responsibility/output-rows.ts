import { conditionWords } from '../../derive/wording/condition-words.ts';
import type { Element } from '../../model/element.ts';
import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { declaredOwners } from '../../rules/linting/ownership-phases.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, type Stated, notApplicable, stated, statedAttribute, statedList } from '../stated.ts';

export const OUTPUT_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  kind: text,
  approvals: STATED,
  issue: STATED,
  assembled: STATED,
  retention: STATED,
  clauses: STATED,
});
export const CONTENT_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  source: STATED,
  record: STATED,
  arrives: STATED,
  required: STATED,
});

/** A regulated output: who approves it, when it may be issued and where it is put together. */
export type OutputRow = FactsOf<typeof OUTPUT_ROW>;
/** One item that an output shows, from its source to where the output is assembled. */
export type ContentRow = FactsOf<typeof CONTENT_ROW>;

export const OUTPUT_TABLE = 'Regulated outputs';
export const CONTENT_TABLE = 'Record assembly';

export function outputRows(model: SpecModel): readonly OutputRow[] {
  return inForce(model, 'output').map((output) => {
    const { attributes } = output;
    const { issue } = attributes;
    return {
      key: output.key,
      change: 'same',
      id: output.id,
      title: elementTitle(output),
      kind: attributes.kind ?? 'record',
      approvals: statedAttribute(attributes, 'approvals', 'which acts approve it'),
      issue: statedAttribute(attributes, 'issue', 'when it may be issued, and by whom', () =>
        issue === undefined
          ? ''
          : `When ${conditionWords(issue.when, model)}; by ${issue.by?.join(', ') ?? 'roles that are not declared'}`,
      ),
      assembled: statedAttribute(attributes, 'assembledIn', 'the system in which its parts come together'),
      retention: statedAttribute(attributes, 'retention', 'how long it is kept'),
      clauses: statedAttribute(attributes, 'refs', 'the clauses that ask for it'),
    };
  });
}

/** One row for each declared item; an output without content stands in it once, as a gap. */
export function contentRows(model: SpecModel): readonly ContentRow[] {
  return inForce(model, 'output').flatMap((output): ContentRow[] => {
    const items = model.partsOf(output, 'output-item');
    if (items.length > 0) return items.map((item) => contentRow(item, output, model));
    const none = notApplicable('no content is declared');
    const reason = output.attributes.notApplicable?.['content'];
    const source = reason === undefined ? stated(undefined, 'what it shows') : notApplicable(reason);
    return [{ key: output.key, change: 'same', id: output.id, source, record: none, arrives: none, required: none }];
  });
}

function contentRow(item: Element<'output-item'>, output: Element<'output'>, model: SpecModel): ContentRow {
  const { from = [], derivation } = item.attributes;
  const owners = [...new Set(from.flatMap((source) => ownersOf(source, model)))];
  const { assembledIn } = output.attributes;
  return {
    key: item.key,
    change: 'same',
    id: item.id,
    source:
      from.length > 0
        ? stated([...from, ...(derivation === undefined ? [] : [`derived: ${derivation}`])].join(', '), '')
        : statedAttribute(item.attributes, 'derivation', 'where it comes from'),
    record: statedList(owners, 'the system of record of its source'),
    arrives: arrives(from, owners, assembledIn, model),
    required: statedAttribute(item.attributes, 'required', 'whether it must be shown', (value) =>
      typeof value === 'boolean' ? (value ? 'Always' : 'No') : `When ${conditionWords(value.when, model)}`,
    ),
  };
}

/** Systems that hold the value: of a field, its own or its object's; of a lifecycle, the one that decides the status. */
function ownersOf(source: string, model: SpecModel): readonly string[] {
  const lifecycle = model.get('lifecycle', source);
  if (lifecycle !== undefined) return lifecycle.attributes.system === undefined ? [] : [lifecycle.attributes.system];
  const field = model.get('field', source);
  const own = field === undefined ? [] : declaredOwners(field);
  const object = model.get('object', source.split('.')[0] ?? '');
  const owners = own.length > 0 || object === undefined ? own : declaredOwners(object);
  return owners.map(({ system }) => system);
}

function arrives(
  from: readonly string[],
  owners: readonly string[],
  assembledIn: string | undefined,
  model: SpecModel,
): Stated {
  if (assembledIn === undefined) return stated(undefined, 'the system in which the output is assembled');
  if (owners.length === 0) return stated(undefined, 'the system of record of its source');
  const abroad = owners.filter((owner) => owner !== assembledIn);
  if (abroad.length === 0) return notApplicable(`it is kept in ${assembledIn}`);
  const carriers = inForce(model, 'interface')
    .filter(({ attributes }) => attributes.to.includes(assembledIn) || attributes.from === assembledIn)
    .flatMap((flow) => [
      ...(flow.attributes.to.includes(assembledIn) ? model.partsOf(flow, 'mapping') : []),
      ...(flow.attributes.from === assembledIn ? model.partsOf(flow, 'reply') : []),
    ])
    .filter(({ attributes }) => from.some((source) => attributes.from?.includes(source) === true))
    .map(({ id }) => id);
  return stated(
    carriers.length === 0 ? undefined : `Over ${carriers.join(', ')}`,
    `a mapped field that brings it from ${abroad.join(', ')} to ${assembledIn}`,
  );
}
