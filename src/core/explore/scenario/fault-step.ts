import { arrive, channelsOf, nextChannels } from './deliver-step.ts';
import { failed, went } from './scene.ts';
import type { Acted, Scene, Stage } from './scene.ts';
import { interfaceIdOf } from './story-records.ts';
import { withChannel } from './traffic.ts';
import type { Path } from './written-scenario.ts';

/** `lose`: the next message is lost. */
export function playLoss(stage: Stage, scene: Scene, message: string, path: Path): Acted {
  const next = nextChannels(stage, scene, message);
  if ('reason' in next) return failed(path, next.reason);
  let after = scene;
  for (const channel of next.channels) {
    const rest = (after.traffic[channel] ?? []).slice(1);
    after = { ...after, ...withChannel(stage.plant, after, channel, rest) };
  }
  return went(after);
}

/** `duplicate`: the next message arrives and stays on its way. */
export function playDuplicate(stage: Stage, scene: Scene, message: string, path: Path): Acted {
  const next = nextChannels(stage, scene, message);
  if ('reason' in next) return failed(path, next.reason);
  let after = scene;
  for (const channel of next.channels) {
    const [first] = after.traffic[channel] ?? [];
    const arrived = arrive(stage, after, channel, 0);
    if ('reason' in arrived) return failed(path, arrived.reason);
    after = arrived.scene;
    if (first === undefined) continue;
    const repeated = [{ ...first, repeat: true }, ...(after.traffic[channel] ?? [])];
    after = { ...after, ...withChannel(stage.plant, after, channel, repeated) };
  }
  return went(after);
}

/** `overtake`: the message behind the next one arrives first; where a counter keeps order, the other is then stale. */
export function playOvertaking(stage: Stage, scene: Scene, message: string, path: Path): Acted {
  const id = interfaceIdOf(message);
  const two = channelsOf(stage, id).filter((channel) => (scene.traffic[channel] ?? []).length > 1);
  if (two.length === 0)
    return failed(path, `No two messages of ${id} are on their way, of which one could overtake the other.`);
  const delivery = stage.model.get('interface', id)?.attributes.delivery;
  const drops = delivery?.order === 'sequence' && delivery.stale !== 'process';
  let after = scene;
  for (const channel of two) {
    const arrived = arrive(stage, after, channel, 1);
    if ('reason' in arrived) return failed(path, arrived.reason);
    after = arrived.scene;
    const [overtaken, ...rest] = after.traffic[channel] ?? [];
    if (overtaken === undefined || !drops) continue;
    after = { ...after, ...withChannel(stage.plant, after, channel, [{ ...overtaken, stale: true }, ...rest]) };
  }
  return went(after);
}

/** `down` and `up`: a system or an interface stops answering, or answers again. */
export function playOutage(stage: Stage, scene: Scene, name: string, down: boolean): Acted {
  const deaf = new Set(scene.deaf);
  if (down) deaf.add(name);
  else deaf.delete(name);
  const values = scene.state.values.map((value, index) => {
    const role = stage.plant.variables[index]?.role;
    return role?.kind === 'down' && isReachedBy(stage, role.interface, name) ? Number(down) : value;
  });
  return went({ ...scene, deaf, state: { ...scene.state, values } });
}

/** Whether nothing gets over an interface while this system, or the interface itself, is down. */
function isReachedBy({ model }: Stage, id: string, name: string): boolean {
  const attributes = model.get('interface', id)?.attributes;
  if (attributes === undefined) return false;
  const { from, to, transport } = attributes;
  return id === name || from === name || transport?.via === name || to.every((system) => system === name);
}
