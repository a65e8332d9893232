import { flag, list, maybe, noItems, nothing, record, text, textMap, whole } from './account.ts';
import type { Account, Kind } from './account.ts';
import { legalId } from './legal-id.ts';
import { byName, elementFile } from './spec-files.ts';
import type { ImportedRevision, OriginCommit } from './spec-files.ts';
import { yamlText } from './yaml-text.ts';
import type { PlainMap } from './yaml-text.ts';

/**
 * A revision of moqui/mantle-udm as a specification. Nothing is added that the origin does not declare: no class of a state,
 * no initial state, no system. The origin numbers no release inside the data, so the package has one version throughout.
 */
export function importMantle(origin: unknown): ImportedRevision {
  return revision(origin);
}

const commit: Kind<OriginCommit> = record(({ take }) => ({
  hash: take('hash', text),
  date: take('date', text),
  subject: take('subject', text),
}));

const revision: Kind<ImportedRevision> = record((account) => {
  const { take, takeIfThere, leave } = account;
  const lifecycles = take('lifecycles', list(lifecycle));
  const objects = takeIfThere('objects', list(object)) ?? [];
  takeIfThere('mappings', noItems);
  takeIfThere('valueMaps', noItems);
  leave('dataset', 'names the extract, not the plant');
  leave('licence', 'licence of the extract');
  leave('counts', 'sums over the rest of the file; the test compares them with what was loaded');
  leave('defects', 'observations about the rest of the file; the test compares them with what the lints find');
  const roles = new Set(lifecycles.flatMap((one) => one.roles));
  const files = byName([
    ['countersign.yaml', yamlText(PROJECT)],
    ...lifecycles.map(({ id, content }) => elementFile('lifecycles', id, content)),
    ...objects.flatMap(({ id, content, codes }) => [
      elementFile('objects', id, content),
      ...codes.map((one) => elementFile('codes', one.id, one.content)),
    ]),
    // A role that a step names is declared by that, and by nothing else.
    ...[...roles].map((role) => elementFile('roles', legalId(role), {})),
  ]);
  return { files: new Map(Object.entries(files)), commit: take('rev', commit) };
});

const PROJECT: PlainMap = {
  language: 1,
  package: { id: 'MANTLE', title: 'Status flows of an open ERP', version: '0' },
  profile: 'sketch',
};

interface Lifecycle {
  readonly id: string;
  readonly content: PlainMap;
  readonly roles: readonly string[];
}

const lifecycle: Kind<Lifecycle> = record(({ take, takeIfThere }) => {
  take('initial', nothing);
  const names = take('stateNames', textMap(text));
  const sequence = takeIfThere('stateSeq', textMap(text));
  const states = take('states', list(text));
  for (const name of [...names.keys(), ...(sequence?.keys() ?? [])]) {
    if (!states.includes(name)) throw new Error(`${name} is no state`);
  }
  const transitions = take('transitions', list(transition));
  return {
    id: legalId(take('id', text)),
    content: {
      title: take('name', text),
      states: byName(
        states.map((state) => [legalId(state), { title: names.get(state), 'x-seq': sequence?.get(state) }]),
      ),
      transitions: byName(transitions.map(({ id, content }) => [id, content])),
    },
    roles: transitions.flatMap((one) => one.roles),
  };
});

/**
 * A transition is named by where it starts and what people call it: that is unique in the origin, from and to is not.
 * `roles: null` says that no role is asked for, not that people start the step: `by` is not declared then.
 */
const transition: Kind<Lifecycle> = record(({ take }) => {
  const from = take('from', text);
  const event = take('event', text);
  const roles = take('roles', maybe(somebody)) ?? [];
  take('guard', nothing);
  const by = roles.map((role) => legalId(role));
  return {
    id: legalId(from, event),
    content: { event, from: legalId(from), to: legalId(take('to', text)), by: by.length === 0 ? undefined : by },
    roles,
  };
});

/** The language has no word for a step that nobody may start. */
const somebody: Kind<readonly string[]> = (value) => {
  const roles = list(text)(value);
  if (roles.length === 0) throw new Error('nobody may start it');
  return roles;
};

interface ImportedObject {
  readonly id: string;
  readonly content: PlainMap;
  /** The origin gives the values of a field in place; each such list is a code list of its own. */
  readonly codes: readonly { readonly id: string; readonly content: PlainMap }[];
}

const object: Kind<ImportedObject> = record(({ take }) => {
  const id = take('id', text);
  const fields = take('fields', list(record((account) => field(id, account))));
  return {
    id: legalId(id),
    content: { 'x-sourcePath': take('sourcePath', text), fields: byName(fields.map((one) => [one.id, one.content])) },
    codes: fields.flatMap(({ codes }) => (codes === undefined ? [] : [codes])),
  };
});

interface Field {
  readonly id: string;
  readonly content: PlainMap;
  readonly codes: ImportedObject['codes'][number] | undefined;
}

function field(object: string, { take, takeIfThere }: Account): Field {
  const id = take('id', text);
  const type = take('type', text);
  const values = take('values', maybe(list(text)));
  const codeList = values === undefined ? undefined : legalId(object, id);
  return {
    id: legalId(id),
    content: {
      type: typeOf(type),
      'x-type': type,
      length: take('length', maybe(whole)),
      required: take('required', flag),
      codes: codeList,
      // An expression of the origin's own language, not a value.
      'x-default': takeIfThere('default', text),
      // `keys` says how a system names a record; the origin names no system.
      'x-pk': takeIfThere('pk', flag),
      // May name an object of another package, which is not there.
      'x-ref': takeIfThere('ref', text),
    },
    codes:
      codeList === undefined || values === undefined
        ? undefined
        : { id: codeList, content: { values: byName(values.map((value) => [legalId(value), {}])) } },
  };
}

function typeOf(type: string): string {
  const known = TYPES[type];
  if (known === undefined) throw new Error(`"${type}" is no type that the importer knows`);
  return known;
}

/** The nearest type of the language; `x-type` keeps the origin's own. */
const TYPES: Readonly<Record<string, string>> = {
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
