import { compareText } from '../../diagnostics/order.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';

/**
 * The bounds in words, as they stand beside every verdict: `1 lot, 1 ncr, at most 3 messages waiting in each channel, no
 * fault`.
 */
export function boundsText(bounds: PlantBounds): string {
  const objects = [...new Set([...Object.keys(bounds.instances), ...Object.keys(bounds.spare)])].sort(compareText);
  const records = objects.flatMap((object) => {
    const [count, spare] = [bounds.instances[object] ?? 0, bounds.spare[object] ?? 0];
    if (count + spare === 0) return [];
    return [spare === 0 ? `${count} ${object}` : `${count} ${object} and ${spare} more that steps may create`];
  });
  const started = Object.entries(bounds.start).map(([lifecycle, state]) => `${lifecycle} begins in ${state}`);
  return [
    ...records,
    `at most ${counted(bounds.messages, 'message')} waiting in each channel`,
    bounds.faults === 0 ? 'no fault' : `at most ${counted(bounds.faults, 'fault')} in one story`,
    ...started,
    ...(bounds.without.length > 0 ? [`without ${bounds.without.join(', ')}`] : []),
    ...(bounds.timing === 'settled' ? ['people act only when nothing is on its way'] : []),
    ...(bounds.procedures ? [] : ['procedures are not relied on']),
  ].join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
