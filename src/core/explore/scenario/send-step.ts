import type { Step } from '../plant/composed-plant.ts';
import { appearingFor } from './appearance.ts';
import { meantRecord } from './casting.ts';
import { isPossible } from './possible-step.ts';
import { failed, take, went } from './scene.ts';
import type { Acted, OutsideMessage, Scene, Stage } from './scene.ts';
import { interfaceIdOf, objectActedOn } from './story-records.ts';
import { statedValues } from './written-scenario.ts';
import type { Path, WrittenStep } from './written-scenario.ts';

/** `send`: a message from outside the model is on its way from now on. */
export function playSending(stage: Stage, scene: Scene, step: WrittenStep, path: Path): Acted {
  const message = step.send ?? '';
  const id = interfaceIdOf(message);
  const sender = stage.model
    .ofKind('transition')
    .find(({ attributes }) => (attributes.emits ?? []).some((one) => interfaceIdOf(one) === id));
  if (sender !== undefined)
    return failed(
      [...path, 'send'],
      `${id} is sent by steps of the model, such as ${sender.id}: take one of them with \`do\`.`,
    );
  if (!stage.plant.steps.some(({ kind, interface: name }) => kind === 'outside' && name === id))
    return {
      scene,
      faults: [],
      undecided: [`Nothing in the model reads what ${id} brings, so that its arrival changes nothing.`],
    };
  const object = objectActedOn(step, stage.model);
  const meant = object === undefined ? undefined : meantRecord(stage, scene, object, step.record, [...path, 'send']);
  if (meant !== undefined && 'acted' in meant) return meant.acted;
  const appeared = meant?.isNew === true ? appearingFor(stage, scene, meant.name, step, [...path, 'send']) : { scene };
  if ('acted' in appeared) return appeared.acted;
  const present = appeared.scene;
  const record = meant?.record;
  const sending: OutsideMessage = {
    message,
    ...(record === undefined ? {} : { record }),
    carries: statedValues(step.carries),
    sent: scene.number,
  };
  return went({ ...present, outside: [...present.outside, sending] });
}

/** The oldest message from outside that can arrive over this interface; over any when none is named. */
export function nextFromOutside({ outside }: Scene, message?: string): OutsideMessage | undefined {
  return outside.find(
    (one) => message === undefined || one.message === message || interfaceIdOf(one.message) === message,
  );
}

/** The scene after a message from outside has arrived at everybody whom it reaches. */
export function arriveFromOutside(stage: Stage, scene: Scene, message: OutsideMessage): Scene {
  const id = interfaceIdOf(message.message);
  let after: Scene = { ...scene, outside: scene.outside.filter((one) => one !== message) };
  for (const receiver of stage.model.get('interface', id)?.attributes.to ?? []) {
    const [step] = stage.plant.steps
      .filter((one) => one.kind === 'outside' && one.interface === id && isThis(stage, one, receiver, message))
      .filter((one) => isPossible(stage, after, one))
      // What starts a step does more than what only becomes known.
      .toSorted((a, b) => b.transitions.length - a.transitions.length || a.id - b.id);
    // A message that changes nothing is no step of the plant.
    if (step !== undefined) after = take(stage, after, step);
  }
  return after;
}

/** Whether a step of the plant is the arrival of this message at this receiver. */
function isThis({ plant }: Stage, step: Step, receiver: string, { message, record, carries }: OutsideMessage): boolean {
  const about = record === undefined ? '' : ` about ${plant.records[record]?.name ?? ''}`;
  if (step.name !== `${message} from outside to ${receiver}${about}`) return false;
  return Object.entries(step.carries ?? {}).every(([field, label]) => {
    const said = carries[field];
    return said === undefined || label.split(/, | or /u).includes(said);
  });
}
