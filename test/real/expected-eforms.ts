import {
  compareKeys,
  declared,
  differingKeys,
  DISPLAY_TEXT,
  expectation,
  fieldAdded,
  keyed,
  lengthVerdict,
  requiredVerdict,
  typeVerdict,
  UNCLASSIFIED,
} from './expected-changes.ts';
import type { Expectation, ExpectedChanges, Verdict } from './expected-changes.ts';
import { legalId } from './legal-id.ts';

/** What the files hold, as far as it is compared. */
export interface EformsRelease {
  readonly rev: { readonly sdkVersion: string };
  readonly objects: readonly Node[];
  readonly mappings: readonly Mapping[];
}
interface Node {
  readonly id: string;
  readonly path: string;
  readonly repeats: boolean;
  readonly fields: readonly Field[];
}
interface Field {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly length: number | null;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly codeList: string | null;
  readonly values: readonly string[] | null;
  readonly pattern: string | null;
  readonly mandatoryRules?: readonly Rule[];
  readonly forbiddenRules?: readonly Rule[];
  readonly assertRules?: readonly Rule[];
}
interface Rule {
  readonly noticeTypes: readonly string[];
  readonly value: unknown;
  readonly condition: string | null;
  readonly severity: string;
}
interface Mapping {
  readonly id: string;
  readonly fields: readonly Row[];
}
interface Row {
  readonly from: string;
  readonly to: string;
  readonly transform: string | null;
  readonly valueMap: string | null;
}

/** A field with the node that holds it. */
interface PlacedField {
  readonly node: string;
  readonly field: Field;
}

/**
 * What makes two fields of two releases the same: their id, which is unique in the origin, or their id and their node. By the
 * first a field can move, by the second it goes in one place and comes in another.
 */
export type FieldIdentity = (field: PlacedField) => string;
export const byId: FieldIdentity = ({ field }) => field.id;
export const byNodeAndId: FieldIdentity = ({ node, field }) => JSON.stringify([node, field.id]);

/** What two releases differ in, by set differences over the raw data. Knows the origin and nothing of the product. */
export function expectEforms(before: EformsRelease, after: EformsRelease, identity: FieldIdentity): ExpectedChanges {
  const expected = expectation();
  const elsewhere = ['rev', 'objects', 'mappings', 'dataset', 'licence', 'counts', 'defects'];
  for (const key of differingKeys(before, after, ['lifecycles', 'valueMaps'], elsewhere))
    throw new Error(`${key} differ`);
  differingKeys(before.rev, after.rev, ['sdkVersion'], ['hash', 'date', 'subject']).forEach((key) =>
    expected.changed('project:project', 'package.version', before.rev[key], after.rev[key], RECORD_KEEPING),
  );
  expectNodes(before, after, expected);
  expectFields(before, after, identity, expected);
  expectCodeLists(codeListsOf(before), codeListsOf(after), expected);
  expectMappings(before, after, identity, expected);
  return expected.result();
}

const RECORD_KEEPING: Verdict = ['record-keeping-changed', 'editorial'];

function expectNodes(before: EformsRelease, after: EformsRelease, expected: Expectation): void {
  const nodes = ({ objects }: EformsRelease) => keyed(objects, ({ id }) => id);
  const { came, went, stayed } = compareKeys(nodes(before), nodes(after));
  for (const [id, { fields }] of came) {
    if (fields.some(({ required }) => required)) throw new Error('a new node has a required field');
    expected.added(`object:${legalId(id)}`, ['object-added', 'compatible L']);
  }
  for (const [id] of went) expected.removed(`object:${legalId(id)}`, ['object-removed', 'breaking H']);
  for (const [id, was, is] of stayed) {
    const key = `object:${legalId(id)}`;
    for (const name of differingKeys(was, is, ['path', 'repeats'], ['id', 'fields'])) {
      expected.changed(key, `extensions.x-${name}`, was[name], is[name], UNCLASSIFIED);
    }
    if (was.fields.map((field) => field.id).join() !== is.fields.map((field) => field.id).join()) {
      const fields = [...was.fields, ...is.fields].map((field) => `field:${legalId(id)}.${legalId(field.id)}`);
      expected.reordered(`specs/objects/${legalId(id)}.yaml`, [key, ...fields]);
    }
  }
}

function expectFields(
  before: EformsRelease,
  after: EformsRelease,
  identity: FieldIdentity,
  expected: Expectation,
): void {
  const { came, went, stayed } = compareKeys(keyed(fieldsOf(before), identity), keyed(fieldsOf(after), identity));
  const nodes = (release: EformsRelease) => new Set(release.objects.map(({ id }) => id));
  // A field comes and goes with its node.
  for (const [, one] of came)
    if (nodes(before).has(one.node)) expected.added(keyOf(one), fieldAdded(one.field.required));
  for (const [, one] of went)
    if (nodes(after).has(one.node)) expected.removed(keyOf(one), ['field-removed', 'breaking H']);
  for (const [, was, is] of stayed) {
    if (was.node !== is.node) expected.renamed(keyOf(was), keyOf(is), ['element-renamed', 'editorial']);
    expectField(keyOf(is), was.field, is.field, expected);
  }
}

const FIELD_KEYS = [
  'name',
  'btId',
  'type',
  'length',
  'required',
  'repeats',
  'codeList',
  'values',
  'pattern',
  'legalType',
  'mandatoryRules',
  'forbiddenRules',
  'assertRules',
] as const;

function expectField(key: string, before: Field, after: Field, expected: Expectation): void {
  for (const name of differingKeys(before, after, FIELD_KEYS, ['id'])) {
    switch (name) {
      case 'name':
        expected.changed(key, 'title', before.name, after.name, DISPLAY_TEXT);
        break;
      case 'type': {
        const [was, is] = [LANGUAGE_TYPE[before.type], LANGUAGE_TYPE[after.type]];
        if (was === undefined || is === undefined) throw new Error(`type ${after.type}`);
        expected.changed(key, 'extensions.x-type', before.type, after.type, UNCLASSIFIED);
        if (was !== is) expected.changed(key, 'type', was, is, typeVerdict(was, is));
        break;
      }
      case 'length':
        expected.changed(
          key,
          'length',
          declared(before.length),
          declared(after.length),
          lengthVerdict(before.length, after.length),
        );
        break;
      case 'required':
        expected.changed(key, 'required', before.required, after.required, requiredVerdict(after.required));
        break;
      case 'repeats':
        expected.changed(key, 'many', before.repeats, after.repeats, UNCLASSIFIED);
        break;
      case 'pattern':
        expectPattern(key, before.pattern, after.pattern, expected);
        break;
      case 'mandatoryRules':
      case 'forbiddenRules':
      case 'assertRules':
        expectRules(key, name, before[name], after[name], expected);
        break;
      case 'values':
        // Which values there are is a matter of the code list.
        if ((before.values === null) === (after.values === null)) break;
        throw new Error('a code list came or went');
      default:
        throw new Error(`a field differs in ${name}`);
    }
  }
}

/**
 * What a change of a pattern is, by hand and not by a prover. In XPath `\\d` is every decimal digit of Unicode, so `[0-9]` takes
 * less; `\\w` is everything but punctuation, separators and others, so letters and numbers alone take less (no marks, no symbols).
 * One pattern lost a blank: what it took it no longer takes, and the other way round.
 */
function expectPattern(key: string, before: string | null, after: string | null, expected: Expectation): void {
  if (after === null) throw new Error('a pattern went');
  const verdict: Verdict =
    before?.includes('( BUYER') === true
      ? ['field-pattern-changed', 'breaking M']
      : ['field-pattern-tightened', 'breaking M'];
  const fewer = before?.replaceAll('\\d', '[0-9]').replaceAll('[\\w', '[\\p{L}\\p{N}').replaceAll('( BUYER', '(BUYER');
  if (before !== null && fewer !== after) throw new Error(`a pattern nobody looked at: ${after}`);
  expected.changed(key, 'pattern.regex', declared(before), after, verdict);
  if (before === null) expected.changed(key, 'pattern.dialect', undefined, 'xpath', undefined);
}

/** Rules are a set, and so are the notice types of one. */
function expectRules(
  key: string,
  name: string,
  before: readonly Rule[] | undefined,
  after: readonly Rule[] | undefined,
  expected: Expectation,
): void {
  const [was, is] = [ruleSet(before), ruleSet(after)];
  if (JSON.stringify(was) !== JSON.stringify(is)) expected.changed(key, `extensions.x-${name}`, was, is, UNCLASSIFIED);
}

function ruleSet(rules: readonly Rule[] | undefined): readonly object[] | undefined {
  const texts = rules?.map(({ noticeTypes, value, condition, severity }) =>
    JSON.stringify({
      noticeTypes: noticeTypes.toSorted(),
      value,
      ...(condition === null ? {} : { condition }),
      severity,
    }),
  );
  return texts?.toSorted((a, b) => (a < b ? -1 : 1)).map((text) => JSON.parse(text) as object);
}

function expectCodeLists(before: CodeLists, after: CodeLists, expected: Expectation): void {
  const { came, went, stayed } = compareKeys(before, after);
  if (came.length + went.length > 0) throw new Error('a code list came or went');
  for (const [list, was, is] of stayed) {
    const key = (code: string): string => `code:${legalId(list)}.${legalId(code)}`;
    for (const code of is) if (!was.includes(code)) expected.added(key(code), ['code-added', 'compatible M']);
    for (const code of was) if (!is.includes(code)) expected.removed(key(code), ['code-removed', 'breaking H']);
    if (was.join() !== is.join()) expected.reordered(`specs/codes/${legalId(list)}.yaml`, [...was, ...is].map(key));
  }
}

type CodeLists = ReadonlyMap<string, readonly string[]>;

function codeListsOf(release: EformsRelease): CodeLists {
  return new Map(
    fieldsOf(release).flatMap(({ field: { codeList, values } }) =>
      codeList === null || values === null ? [] : [[codeList, values] as const],
    ),
  );
}

function expectMappings(
  before: EformsRelease,
  after: EformsRelease,
  identity: FieldIdentity,
  expected: Expectation,
): void {
  const mappings = (release: EformsRelease) => keyed(release.mappings, ({ id }) => id);
  const { came, went, stayed } = compareKeys(mappings(before), mappings(after));
  if (came.length + went.length > 0) throw new Error('a mapping came or went');
  for (const [id, was, is] of stayed) {
    const prefix = `mapping:${legalId(id)}`;
    if (differingKeys(was, is, ['source', 'target'], ['id', 'fields']).length > 0)
      throw new Error('an end of a mapping differs');
    const rows = ({ fields }: Mapping) => keyed(fields, ({ from }) => from);
    const compared = compareKeys(rows(was), rows(is));
    for (const [row] of compared.came) expected.added(`${prefix}.${legalId(row)}`, ['mapping-added', 'compatible M']);
    for (const [row] of compared.went) expected.removed(`${prefix}.${legalId(row)}`, ['mapping-removed', 'breaking H']);
    for (const [row, wasRow, isRow] of compared.stayed) expectRow(`${prefix}.${legalId(row)}`, wasRow, isRow, expected);
    expectSources(prefix, before, after, identity, expected);
  }
}

function expectRow(key: string, before: Row, after: Row, expected: Expectation): void {
  for (const name of differingKeys(before, after, ['to', 'transform', 'valueMap', 'condition'], ['from'])) {
    if (name === 'to') expected.changed(key, 'to', before.to, after.to, ['mapping-target-changed', 'breaking H']);
    else if (name === 'transform')
      expected.changed(key, 'transform', steps(before), steps(after), ['transform-changed', 'risky H']);
    else throw new Error(`a mapping differs in ${name}`);
  }
}

function steps({ transform }: Row): unknown {
  return transform === null ? undefined : [{ custom: transform }];
}

/** A row names its field with the node; where the field does not move with it, that is another source. */
function expectSources(
  prefix: string,
  before: EformsRelease,
  after: EformsRelease,
  identity: FieldIdentity,
  expected: Expectation,
): void {
  const same = new Set(fieldsOf(before).map(identity));
  const was = keyed(fieldsOf(before), byId);
  for (const is of fieldsOf(after)) {
    const one = was.get(is.field.id);
    if (one === undefined || same.has(identity(is))) continue;
    const nameOf = (field: PlacedField): string => keyOf(field).slice('field:'.length);
    expected.changed(
      `${prefix}.${legalId(is.field.id)}`,
      'from',
      [nameOf(one)],
      [nameOf(is)],
      ['mapping-source-changed', 'breaking H'],
    );
  }
}

function fieldsOf({ objects }: EformsRelease): readonly PlacedField[] {
  return objects.flatMap(({ id, fields }) => fields.map((field) => ({ node: id, field })));
}

function keyOf({ node, field }: PlacedField): string {
  return `field:${legalId(node)}.${legalId(field.id)}`;
}

/** What the types of the origin are in the language: restated here, so that a slip of the importer shows. */
const LANGUAGE_TYPE: Readonly<Record<string, string>> = {
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
