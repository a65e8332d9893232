import { playDelivery, playUntilSettled } from './deliver-step.ts';
import { playDo, playRefuse } from './do-step.ts';
import { compareExpected } from './expected.ts';
import { playDuplicate, playLoss, playOutage, playOvertaking } from './fault-step.ts';
import type { StoryFault } from './played-scenario.ts';
import { went } from './scene.ts';
import type { Acted, Scene, Stage } from './scene.ts';
import { playSending } from './send-step.ts';
import { expectations } from './written-scenario.ts';
import type { Path, WrittenStep } from './written-scenario.ts';

/** Plays one step of a story: what is done, and then what is expected right after it. */
export function playStep(stage: Stage, scene: Scene, step: WrittenStep, path: Path): Acted {
  const acted = playAction(stage, scene, step, path);
  if (acted.scene === undefined) return acted;
  const faults: StoryFault[] = [...acted.faults];
  const undecided: string[] = [...acted.undecided];
  for (const expectation of expectations(step, path)) {
    const compared = compareExpected(stage, acted.scene, expectation);
    if (compared.fault !== undefined) faults.push(compared.fault);
    if (compared.undecided !== undefined) undecided.push(compared.undecided);
  }
  return { scene: acted.scene, faults, undecided };
}

function playAction(stage: Stage, scene: Scene, step: WrittenStep, path: Path): Acted {
  const { deliver, duplicate, overtake, lose, down, up, wait } = step;
  if (step.do !== undefined) return playDo(stage, scene, step, path);
  if (step.refuse !== undefined) return playRefuse(stage, scene, step, path);
  if (deliver === 'all') return playUntilSettled(stage, scene, [...path, 'deliver']);
  if (deliver !== undefined) return playDelivery(stage, scene, deliver, [...path, 'deliver']);
  if (step.send !== undefined) return playSending(stage, scene, step, path);
  if (duplicate !== undefined) return playDuplicate(stage, scene, duplicate, [...path, 'duplicate']);
  if (overtake !== undefined) return playOvertaking(stage, scene, overtake, [...path, 'overtake']);
  if (lose !== undefined) return playLoss(stage, scene, lose, [...path, 'lose']);
  if (down !== undefined) return playOutage(stage, scene, down, true);
  if (up !== undefined) return playOutage(stage, scene, up, false);
  if (wait === 'settled') return playUntilSettled(stage, scene, [...path, 'wait']);
  return went(scene);
}
