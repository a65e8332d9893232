import { reference } from './written-reference.ts';
import type { Path, Walk, Written } from './written-reference.ts';

/** Reads the names in one text of an attribute that is text in the schema and yet may, or must, name something. */
type TextReader = (name: string, path: Path, walk: Walk) => Written;

/** `object.field` of an object that exists must name its field; a lifecycle may be named; anything else is the sender's own name. */
const source: TextReader = (name, path, walk) =>
  isFieldOfKnown(name, walk)
    ? reference(name, ['fields'], path)
    : reference(name, ['lifecycles'], path, { strictness: 'may' });

/** Where a mapped field goes: a field of an object that exists, or the receiver's own name. */
const target: TextReader = (name, path, walk) =>
  reference(name, ['fields'], path, { strictness: isFieldOfKnown(name, walk) ? 'must' : 'may' });

function isFieldOfKnown(name: string, { model }: Walk): boolean {
  const dot = name.indexOf('.');
  return dot !== -1 && model.get('object', name.slice(0, dot)) !== undefined;
}

const clause: TextReader = (name, path) => ({ kind: 'clause', name, path, part: 'value' });
const line: TextReader = (name, path) => ({ kind: 'line', name, path, part: 'value' });

/** What starts the retention of a record: a step of a known lifecycle, or words. */
const retentionStart: TextReader = (name, path, { model }) => {
  const [lifecycle = '', step] = name.split('.');
  const known = step !== undefined && !/\s/u.test(step) && model.get('lifecycle', lifecycle) !== undefined;
  return reference(name, known ? ['transitions', 'states'] : ['transitions'], path, {
    strictness: known ? 'must' : 'may',
  });
};

const ownField: TextReader = (name, path, { element }) =>
  reference(name, ['fields'], path, { meaning: `${element.id}.${name}`, strictness: 'may' });

/** Mapped fields of the interface that carries an evidence link. */
const carriedKey: TextReader = (name, path, { element, model }) => {
  const via = 'via' in element.attributes ? element.attributes.via : undefined;
  const known = via !== undefined && model.get('interface', via) !== undefined;
  return reference(name, ['mappings'], path, { meaning: `${via ?? ''}.${name}`, strictness: known ? 'must' : 'may' });
};

const anything: TextReader = (name, path) => reference(name, ['element'], path, { strictness: 'may' });
const input: TextReader = (name, path, walk) =>
  isFieldOfKnown(name, walk)
    ? reference(name, ['fields'], path)
    : reference(name, ['fields', 'lifecycles', 'interfaces', 'mappings'], path, { strictness: 'may' });

/** By `<part>.<attribute>`; the names in it are its texts, or those of its list. */
const READERS: Readonly<Record<string, TextReader>> = {
  'interfaces.field.from': source,
  'interfaces.field.to': target,
  'outputs.item.from': source,
  'reports.inputs': input,
  'objects.of.by': ownField,
  'objects.record.predicateRule': clause,
  'objects.retention.from': retentionStart,
  'evidenceLinks.key': carriedKey,
  'reconciliations.compares': anything,
  'project.clauses.lines': line,
};

/** Attributes that every kind of element has. */
const COMMON: Readonly<Record<string, TextReader>> = { refs: clause, lines: line };

/** Text maps whose keys are names. */
const KEYS: Readonly<Record<string, (name: string, path: Path) => Written>> = {
  'project.clauses.excludes': (name, path) => ({ kind: 'clause', name, path, part: 'key' }),
  'changes.inFlight': (name, path) => reference(name, ['element'], path, { strictness: 'may', part: 'key' }),
  'changes.impacts': (name, path) => reference(name, ['element'], path, { strictness: 'may', part: 'key' }),
};

/** Whether an attribute is one whose text may name something, for `namesInText`; `top` when it is not inside another one. */
export function mayNameInText(attribute: string, top: boolean): boolean {
  const name = attribute.slice(attribute.lastIndexOf('.') + 1);
  return attribute in KEYS || attribute in READERS || (top && name in COMMON);
}

/** Names in attributes that are free text, or lists of it, in the schema. */
export function* namesInText(attribute: string, value: unknown, path: Path, walk: Walk): Generator<Written> {
  const keys = KEYS[attribute];
  if (keys !== undefined && typeof value === 'object' && value !== null) {
    for (const name of Object.keys(value)) yield keys(name, [...path, name]);
  }
  const read = READERS[attribute] ?? (path.length === 1 ? COMMON[String(path[0])] : undefined);
  if (read === undefined) return;
  if (typeof value === 'string') yield read(value, path, walk);
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) if (typeof item === 'string') yield read(item, [...path, index], walk);
}
