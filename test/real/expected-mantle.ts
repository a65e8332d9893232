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
export interface MantleRevision {
  readonly lifecycles: readonly Lifecycle[];
  readonly objects?: readonly DataObject[];
}
interface Lifecycle {
  readonly id: string;
  readonly name: string;
  readonly states: readonly string[];
  readonly stateNames: Readonly<Record<string, string>>;
  readonly stateSeq?: Readonly<Record<string, string>>;
  readonly transitions: readonly Transition[];
}
interface Transition {
  readonly from: string;
  readonly to: string;
  readonly event: string;
  readonly roles: readonly string[] | null;
}
interface DataObject {
  readonly id: string;
  readonly sourcePath: string;
  readonly fields: readonly Field[];
}
interface Field {
  readonly id: string;
  readonly type: string;
  readonly length: number | null;
  readonly required: boolean;
  readonly values: readonly string[] | null;
}

/** What two revisions differ in, by set differences over the raw data. Knows the origin and nothing of the product. */
export function expectMantle(before: MantleRevision, after: MantleRevision): ExpectedChanges {
  const expected = expectation();
  differingKeys(
    before,
    after,
    ['mappings', 'valueMaps'],
    ['rev', 'lifecycles', 'objects', 'dataset', 'licence', 'counts', 'defects'],
  );
  expectLifecycles(before, after, expected);
  expectRoles(before, after, expected);
  expectObjects(before.objects ?? [], after.objects ?? [], expected);
  return expected.result();
}

function expectLifecycles(before: MantleRevision, after: MantleRevision, expected: Expectation): void {
  const byId = ({ lifecycles }: MantleRevision) => keyed(lifecycles, ({ id }) => id);
  const { came, went, stayed } = compareKeys(byId(before), byId(after));
  // It brings its steps with it: grouping gives it the risk of the heaviest part.
  for (const [id, { transitions }] of came) {
    expected.added(`lifecycle:${legalId(id)}`, ['lifecycle-added', transitions.length === 0 ? 'risky M' : 'risky H']);
  }
  for (const [id] of went) expected.removed(`lifecycle:${legalId(id)}`, ['lifecycle-removed', 'breaking H']);
  for (const [id, was, is] of stayed) expectLifecycle(legalId(id), was, is, expected);
}

function expectLifecycle(id: string, before: Lifecycle, after: Lifecycle, expected: Expectation): void {
  const parts = ['id', 'states', 'stateNames', 'stateSeq', 'transitions'];
  for (const key of differingKeys(before, after, ['name', 'initial'], parts)) {
    if (key !== 'name') throw new Error(`a lifecycle differs in ${key}`);
    expected.changed(`lifecycle:${id}`, 'title', before.name, after.name, DISPLAY_TEXT);
  }
  const states = compareKeys(statesOf(before), statesOf(after));
  for (const [state] of states.came) expected.added(`state:${id}.${legalId(state)}`, ['state-added', 'risky M']);
  for (const [state] of states.went) expected.removed(`state:${id}.${legalId(state)}`, ['state-removed', 'breaking H']);
  for (const [state, was, is] of states.stayed) {
    const key = `state:${id}.${legalId(state)}`;
    if (was.name !== is.name) expected.changed(key, 'title', was.name, is.name, DISPLAY_TEXT);
    if (was.seq !== is.seq) expected.changed(key, 'extensions.x-seq', was.seq, is.seq, UNCLASSIFIED);
  }
  for (const [state] of states.stayed) {
    const [was, is] = [before, after].map(({ transitions }) => transitions.some(({ from }) => from === state));
    const key = `state:${id}.${legalId(state)}`;
    if (is && !was) expected.judged(key, ['state-reopened', 'risky H']);
    if (was && !is) expected.judged(key, ['state-became-terminal', 'breaking M']);
  }
  const transitions = compareKeys(transitionsOf(before), transitionsOf(after));
  const keyOf = ([from, event]: readonly [string, string]): string => `transition:${id}.${legalId(from, event)}`;
  for (const [, one] of transitions.came) expected.added(keyOf([one.from, one.event]), ['transition-added', 'risky H']);
  for (const [, one] of transitions.went) {
    expected.removed(keyOf([one.from, one.event]), ['transition-removed', 'breaking H']);
  }
  for (const [, was, is] of transitions.stayed) expectTransition(keyOf([is.from, is.event]), was, is, expected);
  if (orderOf(before) !== orderOf(after)) {
    expected.reordered(`specs/lifecycles/${id}.yaml`, [
      `lifecycle:${id}`,
      ...[...states.came, ...states.went, ...states.stayed].map(([state]) => `state:${id}.${legalId(state)}`),
      ...[...transitionsOf(before).values(), ...transitionsOf(after).values()].map((one) =>
        keyOf([one.from, one.event]),
      ),
    ]);
  }
}

function expectTransition(key: string, before: Transition, after: Transition, expected: Expectation): void {
  for (const name of differingKeys(before, after, ['to', 'roles', 'guard'], ['from', 'event'])) {
    if (name === 'to') expected.changed(key, 'to', before.to, after.to, ['transition-retargeted', 'breaking H']);
    else if (name === 'roles') expected.changed(key, 'by', byOf(before), byOf(after), rolesVerdict(before, after));
    else throw new Error('a guard differs');
  }
}

/** No role is not declared: whether the first one widens or narrows the circle cannot be said. */
function rolesVerdict({ roles: before }: Transition, { roles: after }: Transition): Verdict {
  if (before === null && after !== null) return ['transition-start-declared', 'risky M'];
  if (before === null || after === null) throw new Error('roles are named no more');
  const gained = (after ?? []).some((role) => !(before ?? []).includes(role));
  const lost = (before ?? []).some((role) => !(after ?? []).includes(role));
  if (gained && lost) throw new Error('roles were replaced');
  return gained ? ['transition-role-widened', 'risky H'] : ['transition-role-narrowed', 'breaking M'];
}

function byOf({ roles }: Transition): unknown {
  return declared(roles?.map((role) => legalId(role)).toSorted());
}

/** A role is declared by the steps that name it. */
function expectRoles(before: MantleRevision, after: MantleRevision, expected: Expectation): void {
  const { came, went } = compareKeys(rolesOf(before), rolesOf(after));
  for (const [role] of came) expected.added(`role:${legalId(role)}`, ['role-added', 'compatible L']);
  for (const [role] of went) expected.removed(`role:${legalId(role)}`, ['role-removed', 'breaking M']);
}

function expectObjects(before: readonly DataObject[], after: readonly DataObject[], expected: Expectation): void {
  const { came, went, stayed } = compareKeys(
    keyed(before, ({ id }) => id),
    keyed(after, ({ id }) => id),
  );
  for (const [id] of came) {
    // Nobody fills an object that is new itself yet: a required field of it refuses nobody.
    expected.added(`object:${legalId(id)}`, ['object-added', 'compatible L']);
  }
  for (const [id] of went) expected.removed(`object:${legalId(id)}`, ['object-removed', 'breaking H']);
  for (const [id, was, is] of stayed) expectObject(id, was, is, expected);
  expectCodeLists(codeListsOf(before), codeListsOf(after), expected);
}

function expectObject(id: string, before: DataObject, after: DataObject, expected: Expectation): void {
  for (const key of differingKeys(before, after, ['sourcePath'], ['id', 'fields'])) {
    expected.changed(`object:${legalId(id)}`, `extensions.x-${key}`, before[key], after[key], UNCLASSIFIED);
  }
  const byId = ({ fields }: DataObject) => keyed(fields, (field) => field.id);
  const { came, went, stayed } = compareKeys(byId(before), byId(after));
  const keyOf = (field: string): string => `field:${legalId(id)}.${legalId(field)}`;
  for (const [field, { required }] of came) expected.added(keyOf(field), fieldAdded(required));
  for (const [field] of went) expected.removed(keyOf(field), ['field-removed', 'breaking H']);
  for (const [field, was, is] of stayed) expectField(id, keyOf(field), was, is, expected);
  if (before.fields.map((field) => field.id).join() !== after.fields.map((field) => field.id).join()) {
    const fields = [...before.fields, ...after.fields].map((field) => keyOf(field.id));
    expected.reordered(`specs/objects/${legalId(id)}.yaml`, [`object:${legalId(id)}`, ...fields]);
  }
}

function expectField(object: string, key: string, before: Field, after: Field, expected: Expectation): void {
  const compared = ['type', 'length', 'required', 'values', 'default', 'pk', 'ref'] as const;
  for (const name of differingKeys(before, after, compared, ['id'])) {
    switch (name) {
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
      case 'values': {
        // Which values there are is a matter of the code list.
        const listOf = ({ values, id }: Field): unknown => (values === null ? undefined : legalId(object, id));
        if (listOf(before) !== listOf(after))
          expected.changed(key, 'codes', listOf(before), listOf(after), ['code-list-rebound', 'breaking H']);
        break;
      }
      default: {
        const at = (field: Field): unknown => declared((field as unknown as Record<string, unknown>)[name]);
        expected.changed(key, `extensions.x-${name}`, at(before), at(after), UNCLASSIFIED);
      }
    }
  }
}

function expectCodeLists(before: CodeLists, after: CodeLists, expected: Expectation): void {
  const { came, went, stayed } = compareKeys(before, after);
  for (const [list] of came) expected.added(`code-list:${list}`, ['code-list-added', 'compatible M']);
  for (const [list] of went) expected.removed(`code-list:${list}`, ['code-list-removed', 'breaking H']);
  for (const [list, was, is] of stayed) {
    const keyOf = (code: string): string => `code:${list}.${legalId(code)}`;
    for (const code of is) if (!was.includes(code)) expected.added(keyOf(code), ['code-added', 'compatible M']);
    for (const code of was) if (!is.includes(code)) expected.removed(keyOf(code), ['code-removed', 'breaking H']);
    if (was.join() !== is.join()) expected.reordered(`specs/codes/${list}.yaml`, [...was, ...is].map(keyOf));
  }
}

/** Code list of the language → its codes: each field whose values are listed has one of its own. */
type CodeLists = ReadonlyMap<string, readonly string[]>;

function codeListsOf(objects: readonly DataObject[]): CodeLists {
  const lists = objects.flatMap(({ id, fields }) =>
    fields.flatMap((field) => (field.values === null ? [] : [[legalId(id, field.id), field.values] as const])),
  );
  if (new Map(lists).size !== lists.length) throw new Error('two code lists have one id');
  return new Map(lists);
}

function statesOf({ states, stateNames, stateSeq }: Lifecycle) {
  const described = states.map((id) => ({ id, name: stateNames[id], seq: stateSeq?.[id] }));
  return keyed(described, ({ id }) => id);
}

function transitionsOf({ transitions }: Lifecycle): ReadonlyMap<string, Transition> {
  return keyed(transitions, ({ from, event }) => JSON.stringify([from, event]));
}

function rolesOf({ lifecycles }: MantleRevision): ReadonlyMap<string, true> {
  const transitions = lifecycles.flatMap((lifecycle) => lifecycle.transitions);
  return new Map(transitions.flatMap(({ roles }) => (roles ?? []).map((role) => [role, true] as const)));
}

/** The order in which states and transitions are written. */
function orderOf({ states, transitions }: Lifecycle): string {
  return JSON.stringify([states, transitions.map(({ from, event }) => [from, event])]);
}

/** What the types of the origin are in the language: restated here, so that a slip of the importer shows. */
const LANGUAGE_TYPE: Readonly<Record<string, string>> = {
  id: 'string',
  'text-indicator': 'string',
  'text-short': 'text',
  'text-medium': 'text',
  'text-intermediate': 'text',
  'text-long': 'text',
  'text-very-long': 'text',
  'number-integer': 'integer',
  'number-decimal': 'decimal',
  'number-float': 'decimal',
  'currency-amount': 'decimal',
  'currency-precise': 'decimal',
  date: 'date',
  'date-time': 'timestamp',
  'binary-very-long': 'file',
};
