import { stateVocabulary } from '../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../model/spec-model.ts';

/** The states or codes that a declared set takes in by name, by exception or by class, sorted; undefined = no such set. */
export function setMembers(id: string, model: SpecModel): readonly string[] | undefined {
  const set = model.get('set', id);
  if (set === undefined) return undefined;
  const { of, members, except, classes } = set.attributes;
  const lifecycle = model.get('lifecycle', of);
  if (lifecycle === undefined) {
    const codes = model.get('code-list', of);
    const all = codes === undefined ? [] : model.partsOf(codes, 'code').map(({ localId }) => localId);
    return all.filter((name) => members?.includes(name) ?? except?.includes(name) === false);
  }
  const vocabulary = stateVocabulary(model);
  const states = model.partsOf(lifecycle, 'state').map(({ localId }) => localId);
  return states.filter((state) => {
    if (members !== undefined) return members.includes(state);
    if (classes !== undefined) return (classes as readonly string[]).includes(vocabulary.classOf(of, state) ?? '');
    return except?.includes(state) === false;
  });
}
