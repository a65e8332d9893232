import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import type { WeakeningScope } from './weakening.ts';

/** What is in a set and what is not. */
export interface SetMembers {
  readonly members: readonly string[];
  readonly others: readonly string[];
}

/** The members of a set of states or codes, written out; undefined for one of a lifecycle that is not explored. */
export function membersOf(set: Element<'set'>, model: SpecModel, scope: WeakeningScope): SetMembers | undefined {
  const { of, members, except, classes } = set.attributes;
  const lifecycle = scope.lifecycles.find(({ id }) => id === of);
  if (lifecycle === undefined) {
    const codes = model.get('code-list', of);
    if (codes === undefined) return undefined;
    return among(
      model.partsOf(codes, 'code').map(({ localId }) => localId),
      members,
      except,
    );
  }
  const states = model.partsOf(lifecycle, 'state');
  const names = states.map(({ localId }) => localId);
  if (classes === undefined) return among(names, members, except);
  const meant = states.filter(({ attributes }) => attributes.class !== undefined && classes.includes(attributes.class));
  return among(
    names,
    meant.map(({ localId }) => localId),
    undefined,
  );
}

function among(
  all: readonly string[],
  members: readonly string[] | undefined,
  except: readonly string[] | undefined,
): SetMembers {
  const inside = members ?? (except === undefined ? [] : all.filter((name) => !except.includes(name)));
  return { members: inside, others: all.filter((name) => !inside.includes(name)) };
}
