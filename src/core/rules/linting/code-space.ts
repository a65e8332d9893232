import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** The values that a code list or the states of a lifecycle offer. */
export interface CodeSpace {
  readonly owner: Element<'code-list'> | Element<'lifecycle'>;
  /** What people call the whole: `the list CL-DISPO`, `the lifecycle NCR`. */
  readonly noun: string;
  readonly codes: readonly Code[];
  /** Further codes may come: what is not listed is not wrong. */
  readonly open: boolean;
}

export interface Code {
  readonly id: string;
  readonly element: Element<'code'> | Element<'state'>;
  /** Still written; deprecated codes are only read. */
  readonly active: boolean;
  /** What it stands for is good to use: a code of trait `usable`, a state of class `released`. */
  readonly usable: boolean;
}

/** The code list or lifecycle of this name; a lifecycle's states are codes too. */
export function codeSpace(model: SpecModel, name: string | undefined): CodeSpace | undefined {
  if (name === undefined) return undefined;
  const list = model.get('code-list', name) ?? model.get('code-list', name.replace(/^codes:/, ''));
  if (list !== undefined) {
    const codes = model.partsOf(list, 'code').map((element) => ({
      id: element.localId,
      element,
      active: element.attributes.use !== 'deprecated',
      usable: element.attributes.trait === 'usable',
    }));
    return { owner: list, noun: `the list ${list.id}`, codes, open: list.attributes.open === true };
  }
  const lifecycle = model.get('lifecycle', name) ?? model.get('lifecycle', name.replace(/^lifecycles:/, ''));
  if (lifecycle === undefined) return undefined;
  const codes = model.partsOf(lifecycle, 'state').map((element) => ({
    id: element.localId,
    element,
    active: true,
    usable: element.attributes.class === 'released',
  }));
  return { owner: lifecycle, noun: `the lifecycle ${lifecycle.id}`, codes, open: false };
}

/** Active codes of the source list that a value map has no entry for. */
export function unmappedCodes(model: SpecModel, map: Element<'value-map'>): readonly Code[] {
  const source = codeSpace(model, map.attributes.from);
  return (source?.codes ?? []).filter(({ id, active }) => active && !Object.hasOwn(map.attributes.map, id));
}
