import type { SpecModel } from '../spec-model.ts';

/** What people call the things that a condition names. */
export interface ConditionNames {
  /** Noun of an object, without article: `NCR`, `lot`. */
  object(id: string): string;
  /** Subject of a sentence about a status: `the NCR`, or `BRR` where an object has several. */
  status(lifecycle: string): string;
  /** Object whose record carries this status, if that status is the only one the object has. */
  soleObjectOf(lifecycle: string): string | undefined;
  state(lifecycle: string, state: string): string;
  set(id: string): string;
  /** A field of an object, or of an interface when one is given. */
  field(name: string, ofInterface: string | undefined): string;
  interface(id: string): string;
  /** The system that answers a query over this interface. */
  answering(interfaceId: string): string | undefined;
  document(id: string): string;
  /** The record that the condition is about: `lot`. */
  readonly subject: string | undefined;
}

/** Every name as it is written: for conditions of which nothing else is known. */
export const PLAIN_NAMES: ConditionNames = {
  object: spaced,
  status: (lifecycle) => lifecycle,
  soleObjectOf: () => undefined,
  state: (_, state) => state,
  set: (id) => id,
  field: (name) => name,
  interface: (id) => id,
  answering: () => undefined,
  document: (id) => id,
  subject: undefined,
};

/** Names from the titles of a model; `subject` is the id of the object that the condition is about. */
export function conditionNames(model: SpecModel, subject?: string): ConditionNames {
  const lifecyclesOf = (object: string): readonly string[] =>
    model.ofKind('lifecycle').flatMap(({ id, attributes }) => (attributes.object === object ? [id] : []));
  const object = (id: string): string => {
    // An object `ncr` with `NCR` for its only status machine is called as people write the machine.
    const [machine, ...others] = lifecyclesOf(id);
    if (machine !== undefined && others.length === 0 && machine.toLowerCase() === id.toLowerCase()) return machine;
    const title = model.get('object', id)?.attributes.title;
    return title === undefined ? spaced(id) : uncapitalised(title);
  };
  const soleObjectOf = (lifecycle: string): string | undefined => {
    const owner = model.get('lifecycle', lifecycle)?.attributes.object;
    return owner !== undefined && lifecyclesOf(owner).length === 1 ? owner : undefined;
  };
  return {
    object,
    soleObjectOf,
    status: (lifecycle) => {
      const owner = soleObjectOf(lifecycle);
      return owner === undefined ? lifecycle : `the ${object(owner)}`;
    },
    state: (lifecycle, state) => model.get('state', `${lifecycle}.${state}`)?.attributes.title ?? state,
    set: (id) => id,
    field: (name, ofInterface) => fieldName(model, name, ofInterface, object),
    interface: (id) => id,
    answering: (id) => model.get('interface', id)?.attributes.to.join(' or '),
    document: (id) => model.get('document', id)?.attributes.number ?? id,
    subject: subject === undefined ? undefined : object(subject),
  };
}

function fieldName(
  model: SpecModel,
  name: string,
  ofInterface: string | undefined,
  object: (id: string) => string,
): string {
  if (ofInterface !== undefined) {
    const id = `${ofInterface}.${name}`;
    const title = (model.get('mapping', id) ?? model.get('reply', id))?.attributes.title;
    return title === undefined ? name : uncapitalised(title);
  }
  const [owner = '', field] = name.split('.');
  const title = model.get('field', name)?.attributes.title;
  if (field === undefined) return name;
  return `${object(owner)} ${title === undefined ? spaced(field) : uncapitalised(title)}`;
}

function spaced(id: string): string {
  return id.replaceAll('_', ' ');
}

/** A title inside a sentence: `Test result` → `test result`; `NCR number` and `CAPA` keep their capitals. */
function uncapitalised(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? `${title.slice(0, 1).toLowerCase()}${title.slice(1)}` : title;
}
