import { flag, list, maybe, noItems, nothing, record, text, whole } from './account.ts';
import type { Kind } from './account.ts';
import { legalId } from './legal-id.ts';
import { byName, elementFile } from './spec-files.ts';
import type { ImportedRevision, OriginCommit } from './spec-files.ts';
import { yamlText } from './yaml-text.ts';
import type { Plain, PlainMap } from './yaml-text.ts';

/** Where a field of the origin stands: its id → the node that holds it. */
export type FieldPlaces = ReadonlyMap<string, string>;

/** A release of the eForms field definitions as a specification. */
export interface EformsRevision extends ImportedRevision {
  readonly places: FieldPlaces;
}

/**
 * A release of the eForms field definitions. An id of a field is unique in the whole origin, so a field that stands in another
 * node than in the `earlier` release is still the same field: `formerIds` says so. Nothing else is a rename.
 */
export function importEforms(origin: unknown, earlier: FieldPlaces = new Map()): EformsRevision {
  const { nodes, mappings, version, commit } = release(origin);
  const places = new Map(nodes.flatMap((node) => node.fields.map(({ id }) => [id, node.id] as const)));
  const systems = [...new Set(mappings.flatMap(({ source, target }) => [source, target]))];
  const files = byName([
    ['countersign.yaml', yamlText(projectFile(version))],
    ...nodes.map((node) => nodeFile(node, earlier)),
    ...codeLists(nodes),
    ...systems.map((title) => elementFile('systems', legalId(title), { title })),
    ...mappings.map((mapping) => mappingFile(mapping, places)),
  ]);
  return { files: new Map(Object.entries(files)), commit, places };
}

function projectFile(version: string): PlainMap {
  return {
    language: 1,
    package: { id: 'EFORMS', title: 'Field definitions of public procurement notices', version },
    profile: 'sketch',
  };
}

interface Node {
  readonly id: string;
  readonly content: PlainMap;
  readonly fields: readonly Field[];
}

interface Field {
  readonly id: string;
  readonly content: PlainMap;
  readonly codeList: string | undefined;
  readonly values: readonly string[] | undefined;
}

interface Mapping {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly rows: readonly { readonly from: string; readonly content: PlainMap }[];
}

/**
 * A rule counts for a set of notice types, and the rules of a field count side by side: neither order means anything in the
 * origin, so both are sorted.
 */
const rule: Kind<PlainMap> = record(({ take }) => ({
  noticeTypes: take('noticeTypes', list(text)).toSorted(),
  value: take('value', (value): Plain => (typeof value === 'boolean' ? value : text(value))),
  condition: take('condition', maybe(text)),
  severity: take('severity', text),
}));
const rules: Kind<readonly PlainMap[]> = (value) =>
  list(rule)(value)
    .map((one) => [JSON.stringify(one), one] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);

const field: Kind<Field> = record(({ take, takeIfThere }) => {
  const type = take('type', text);
  const pattern = take('pattern', maybe(text));
  const codeList = take('codeList', maybe(text));
  const values = take('values', maybe(list(text)));
  const content: PlainMap = {
    title: take('name', text),
    type: typeOf(type),
    'x-type': type,
    'x-legalType': take('legalType', maybe(text)),
    'x-btId': take('btId', text),
    length: take('length', maybe(whole)),
    required: take('required', flag),
    many: take('repeats', flag),
    // XPath's regular expressions are those of XML Schema with anchors, and `\d` means every decimal digit of Unicode in both;
    // in the other dialects of the language it does not, or need not.
    pattern: pattern === undefined ? undefined : { regex: pattern, dialect: 'xpath' },
    // A list whose values the origin does not give is a name and nothing more.
    codes: codeList !== undefined && values !== undefined ? legalId(codeList) : undefined,
    'x-codeList': codeList !== undefined && values === undefined ? codeList : undefined,
    'x-mandatoryRules': takeIfThere('mandatoryRules', rules),
    'x-forbiddenRules': takeIfThere('forbiddenRules', rules),
    'x-assertRules': takeIfThere('assertRules', rules),
  };
  if (values !== undefined && codeList === undefined) throw new Error('has values without a code list');
  return { id: take('id', text), content, codeList, values };
});

const node: Kind<Node> = record(({ take }) => ({
  id: take('id', text),
  // An object of the language has neither a path nor a number of occurrences.
  content: { 'x-path': take('path', text), 'x-repeats': take('repeats', flag) },
  fields: take('fields', list(field)),
}));

const row = record(({ take }) => {
  const transform = take('transform', maybe(text));
  take('condition', nothing);
  return {
    from: take('from', text),
    content: {
      to: take('to', text),
      transform: transform === undefined ? undefined : [{ custom: transform }],
      // The name of a code list; the origin has no map from code to code.
      'x-valueMap': take('valueMap', maybe(text)),
    },
  };
});

const mapping: Kind<Mapping> = record(({ take }) => ({
  id: take('id', text),
  source: take('source', text),
  target: take('target', text),
  rows: take('fields', list(row)),
}));

const release = record(({ take, leave }) => {
  take('lifecycles', noItems);
  take('valueMaps', noItems);
  leave('dataset', 'names the extract, not the plant');
  leave('licence', 'licence of the extract');
  leave('counts', 'sums over the rest of the file; the test compares them with what was loaded');
  leave('defects', 'observations about the rest of the file; the test compares them with what was loaded');
  const nodes = take('objects', list(node));
  const mappings = take('mappings', list(mapping));
  return { nodes, mappings, ...take('rev', revision) };
});

const revision: Kind<{ readonly version: string; readonly commit: OriginCommit }> = record(({ take }) => ({
  version: take('sdkVersion', text),
  commit: { hash: take('hash', text), date: take('date', text), subject: take('subject', text) },
}));

function nodeFile({ id, content, fields }: Node, earlier: FieldPlaces): readonly [string, string] {
  const entries = fields.map((one): [string, PlainMap] => {
    const was = earlier.get(one.id);
    const moved = was !== undefined && was !== id;
    return [legalId(one.id), { ...one.content, formerIds: moved ? `${legalId(was)}.${legalId(one.id)}` : undefined }];
  });
  return elementFile('objects', legalId(id), { ...content, fields: byName(entries) });
}

/** The origin repeats the values of a list at each field that uses it; they are written once, and must be the same. */
function codeLists(nodes: readonly Node[]): readonly (readonly [string, string])[] {
  const lists = new Map<string, string>();
  for (const { codeList, values } of nodes.flatMap((one) => one.fields)) {
    if (codeList === undefined || values === undefined) continue;
    const [path, content] = elementFile('codes', legalId(codeList), {
      values: byName(values.map((value) => [legalId(value), {}])),
    });
    if ((lists.get(path) ?? content) !== content) throw new Error(`${codeList} has other values in another place`);
    lists.set(path, content);
  }
  return [...lists];
}

function mappingFile({ id, source, target, rows }: Mapping, places: FieldPlaces): readonly [string, string] {
  const fields = rows.map(({ from, content }): [string, PlainMap] => {
    const place = places.get(from);
    if (place === undefined) throw new Error(`${from} stands in no node`);
    return [legalId(from), { from: `${legalId(place)}.${legalId(from)}`, ...content }];
  });
  return elementFile('interfaces', legalId(id), { from: legalId(source), to: legalId(target), fields: byName(fields) });
}

function typeOf(type: string): string {
  const known = TYPES[type];
  if (known === undefined) throw new Error(`"${type}" is no type that the importer knows`);
  return known;
}

/** The nearest type of the language; `x-type` keeps the origin's own. */
const TYPES: Readonly<Record<string, string>> = {
  code: 'code',
  text: 'text',
  'text-multilingual': 'text',
  id: 'string',
  'id-ref': 'reference',
  url: 'string',
  phone: 'string',
  email: 'string',
  indicator: 'boolean',
  integer: 'integer',
  number: 'decimal',
  amount: 'decimal',
  measure: 'decimal',
  date: 'date',
  time: 'time',
};
