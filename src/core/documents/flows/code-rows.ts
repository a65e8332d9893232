import { elementTitle } from '../../model/element.ts';
import { stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, flag, text, texts } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, type Stated, stated, statedAttribute, statedList } from '../stated.ts';

export const MAP_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  from: STATED,
  to: STATED,
  unknown: STATED,
  lossy: STATED,
  deployedIn: STATED,
  usedBy: STATED,
});
export const CODE_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  map: text,
  source: text,
  target: STATED,
  remark: STATED,
  merges: flag,
});
export const SET_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  set: text,
  title: text,
  deployedIn: texts,
  member: text,
  class: STATED,
  counts: STATED,
  consequence: STATED,
});

/** A value map as a whole. */
export type MapRow = FactsOf<typeof MAP_ROW>;
/** One code of a map and what it becomes; codes of the source list that the map leaves out are rows as well. */
export type CodeRow = FactsOf<typeof CODE_ROW>;
/** What one consumer's list makes of one status or code. */
export type SetRow = FactsOf<typeof SET_ROW>;

export const MAP_TABLE = 'Value maps';
export const CODE_TABLE = 'Mapped codes';
export const SET_TABLE = 'Blocking truth table';

export function mapRows(model: SpecModel): readonly MapRow[] {
  const fields = [...inForce(model, 'mapping'), ...inForce(model, 'reply')];
  return inForce(model, 'value-map').map((map) => {
    const { attributes } = map;
    return {
      key: map.key,
      change: 'same',
      id: map.id,
      title: elementTitle(map),
      from: statedAttribute(attributes, 'from', 'code list of the source'),
      to: statedAttribute(attributes, 'to', 'code list of the target'),
      unknown: statedAttribute(attributes, 'unknown', 'what happens to a code that is not in the map', (unknown) =>
        typeof unknown === 'string' ? unknown : `BECOMES ${unknown.default}`,
      ),
      lossy:
        merged(attributes.map).length === 0
          ? stated('No: every code becomes another one', '')
          : stated(attributes.lossy?.reason, `why ${merged(attributes.map).join(', ')} may stand for several codes`),
      deployedIn: statedAttribute(attributes, 'deployedIn', 'where it is configured'),
      usedBy: statedList(
        fields.filter((field) => field.attributes.map === map.id).map(({ id }) => id),
        'a field that uses it',
      ),
    };
  });
}

export function codeRows(model: SpecModel): readonly CodeRow[] {
  return inForce(model, 'value-map').flatMap((map) => {
    const { attributes } = map;
    const mergedTargets = merged(attributes.map);
    const codes = Object.entries(attributes.map).map(([source, target]): CodeRow => {
      const merges = mergedTargets.includes(target);
      return {
        key: `${map.key}|${source}`,
        change: 'same',
        id: `${map.id}, ${source}`,
        map: map.id,
        source: titled(attributes.from, source, model),
        target: stated(titled(attributes.to, target, model), ''),
        remark: stated(merges ? `LOSSY: several codes become ${target}` : 'One to one', ''),
        merges,
      };
    });
    const left = members(attributes.from, model).filter((code) => !Object.hasOwn(attributes.map, code));
    return [
      ...codes,
      ...left.map((source): CodeRow => ({
        key: `${map.key}|${source}`,
        change: 'same',
        id: `${map.id}, ${source}`,
        map: map.id,
        source: titled(attributes.from, source, model),
        target: stated(undefined, 'it is not in the map'),
        remark: stated(
          attributes.unknown === undefined
            ? undefined
            : `As an unknown code: ${typeof attributes.unknown === 'string' ? attributes.unknown : `becomes ${attributes.unknown.default}`}`,
          'what happens to a code that is not in the map',
        ),
        merges: false,
      })),
    ];
  });
}

export function setRows(model: SpecModel): readonly SetRow[] {
  const vocabulary = stateVocabulary(model);
  return inForce(model, 'set').flatMap((set) => {
    const { of, effect, unknown, members: named, except, deployedIn = [] } = set.attributes;
    const states = model.get('lifecycle', of) !== undefined;
    return members(of, model).map((member): SetRow => {
      const counts = states
        ? vocabulary.counts(set.id, of, member)
        : (named?.includes(member) ?? (except === undefined ? undefined : !except.includes(member)));
      const silent = named !== undefined && !named.includes(member);
      return {
        key: `${set.key}|${member}`,
        change: 'same',
        id: `${set.id}, ${member}`,
        set: set.id,
        title: elementTitle(set),
        deployedIn: [...deployedIn],
        member: `${of}.${member}`,
        class: states
          ? statedAttribute(model.get('state', `${of}.${member}`)?.attributes, 'class', 'class of the state')
          : stated('A code', ''),
        counts:
          silent && unknown === undefined
            ? stated(undefined, 'the list does not name it, and says nothing of what it does not name')
            : stated(
                `${counts === true ? 'In' : counts === false ? 'Not in' : 'Refused'}${silent ? ', AS UNKNOWN: the list does not name it' : ''}`,
                '',
              ),
        consequence: consequence(effect, counts),
      };
    });
  });
}

function consequence(effect: 'blocks' | 'permits' | undefined, counts: boolean | undefined): Stated {
  if (effect === undefined || counts === undefined) return stated(undefined, 'what being in the set does');
  return stated((effect === 'blocks') === counts ? 'Blocked' : 'NOT BLOCKED', '');
}

/** Targets that more than one code becomes. */
function merged(map: Readonly<Record<string, string>>): readonly string[] {
  const targets = Object.values(map);
  return [...new Set(targets.filter((target, index) => targets.indexOf(target) !== index))];
}

function members(list: string | undefined, model: SpecModel): readonly string[] {
  if (list === undefined) return [];
  const lifecycle = model.get('lifecycle', list);
  if (lifecycle !== undefined) return model.partsOf(lifecycle, 'state').map(({ localId }) => localId);
  const codes = model.get('code-list', list);
  return codes === undefined ? [] : model.partsOf(codes, 'code').map(({ localId }) => localId);
}

function titled(list: string | undefined, code: string, model: SpecModel): string {
  const title =
    model.get('code', `${list ?? ''}.${code}`)?.attributes.title ??
    model.get('state', `${list ?? ''}.${code}`)?.attributes.title;
  return title === undefined || title === code ? code : `${code} (${title})`;
}
