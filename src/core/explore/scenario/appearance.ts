import { appearing } from './beginning.ts';
import { unsaidParent } from './casting.ts';
import { failed } from './scene.ts';
import type { Acted, Scene, Stage } from './scene.ts';
import type { Path, WrittenStep } from './written-scenario.ts';

/** The scene once a record is there that a step names first; or why it cannot be there. */
export function appearingFor(
  stage: Stage,
  scene: Scene,
  name: string,
  step: WrittenStep,
  path: Path,
): { readonly scene: Scene } | { readonly acted: Acted } {
  const missing = (step.of ?? []).find((parent) => !scene.cast.has(parent));
  if (missing !== undefined) return { acted: failed(path, `There is no ${missing} at this point of the story.`) };
  const record = stage.records.find((one) => one.name === name);
  if (record === undefined) return { acted: failed(path, `There is no ${name} at this point of the story.`) };
  const unsaid = unsaidParent(stage, scene, record, stage.model);
  if (unsaid === undefined) return { scene: appearing(stage, scene, record) };
  return { acted: failed(path, `There are several records of ${unsaid}: say with \`of\` to which ${name} belongs.`) };
}
