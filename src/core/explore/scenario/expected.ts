import type { Binding } from '../compose/composition.ts';
import { all, holds, not, withoutAtoms } from '../plant/simplify.ts';
import { namesOf, nameOf } from './casting.ts';
import type { Scene, Stage } from './scene.ts';
import { listed, whyUntrue } from './story-words.ts';
import type { StoryFault } from './played-scenario.ts';
import type { Expectation } from './written-scenario.ts';

/** What became of one expectation: nothing when it is plainly true. */
export interface Compared {
  readonly fault?: StoryFault;
  /** Why nobody can say. */
  readonly undecided?: string;
}

/** Whether a condition is plainly true in a scene, for the record that is named or the only one there is. */
export function compareExpected(stage: Stage, scene: Scene, { condition, record, path }: Expectation): Compared {
  if (condition === undefined) return { undecided: 'What is expected cannot be read.' };
  const { composition, records } = stage;
  const objects = new Set(composition.objectsOf(condition));
  const own = record === undefined ? undefined : scene.cast.get(record);
  if (record !== undefined && own === undefined)
    return { fault: { path, reason: `There is no record ${record} at this point of the story.` } };
  const ownObject = records.find(({ name }) => name === record)?.object;
  const several = [...objects].find((object) => object !== ownObject && namesOf(stage, scene, object).length > 1);
  if (several !== undefined && ownObject === undefined) {
    const reason = `There are several records of ${several} (${listed(namesOf(stage, scene, several))}): say which one with \`record\`.`;
    return { fault: { path, reason } };
  }
  if (ownObject !== undefined) objects.add(ownObject);
  const bindings = composition
    .bindings([...objects].sort())
    .filter(({ binding }) => ownObject === undefined || binding.get(ownObject) === own)
    .filter(({ exists }) => holds(exists, scene.state));
  if (bindings.length === 0) {
    const who = record ?? listed([...objects].map((object) => namesOf(stage, scene, object)[0] ?? object));
    return { fault: { path, reason: `${who} is not there.` } };
  }
  for (const { binding } of bindings) {
    const { yes } = composition.condition(condition, binding);
    if (!holds(withoutAtoms(not(yes)), scene.state)) continue;
    const possible = withoutAtoms(yes);
    if (holds(possible, scene.state))
      return { undecided: `Whether this is so hinges on what no search can know${about(stage, binding)}.` };
    return { fault: { path, reason: `${whyUntrue(stage, scene, all(possible))}.` } };
  }
  return {};
}

function about(stage: Stage, binding: Binding): string {
  const names = [...binding.values()].map((index) => nameOf(stage, index));
  return names.length === 0 ? '' : ` of ${listed(names)}`;
}
