import type { DerivationContext } from '../derivation-context.ts';
import { listed, notDeclared } from './gaps.ts';
import { sumOfDurations } from './durations.ts';

/** When the effect of messages over these interfaces must be seen: `Within 180 s of T0 (60 s IF-001 + 120 s IF-002)`. */
export function withinLatency(through: readonly string[], context: DerivationContext, since = 'T0'): string {
  if (through.length === 0) return `At ${since}`;
  const latencies = through.map((id) => context.interface(id)?.attributes.latency);
  const open = through.filter((_, position) => latencies[position] === undefined);
  if (open.length > 0)
    return `When the message has arrived (${notDeclared(`latency of ${listed([...new Set(open)])}`)}; write the time seen)`;
  const known = latencies.filter((latency) => latency !== undefined);
  const sum = sumOfDurations(known);
  const terms = through.map((id, position) => `${known[position] ?? ''} ${id}`).join(' + ');
  if (sum === undefined) return `Within ${terms} of ${since}`;
  return through.length === 1 ? `Within ${sum} of ${since}` : `Within ${sum} of ${since} (${terms})`;
}

/** How long to look for messages that must not come: the longest of these latencies, twice over is not needed where none is sent. */
export function quietPeriod(through: readonly string[], context: DerivationContext): string {
  const latencies = through
    .map((id) => context.interface(id)?.attributes.latency)
    .filter((latency) => latency !== undefined);
  const sum = sumOfDurations(latencies);
  return sum === undefined ? `the end of the case (${notDeclared('latency of the interfaces')})` : `T0 + ${sum}`;
}

/** Limit between a time stamp and the reference clock. */
export function clockLimit(system: string | undefined, context: DerivationContext): string {
  const drift = system === undefined ? undefined : context.model.get('system', system)?.attributes.clock?.maxDrift;
  return drift === undefined
    ? `beside T0 (${notDeclared(`largest deviation of the clock of ${system ?? 'the system'}`)}; write both)`
    : `within ${drift} of T0`;
}

/** Where the messages of an interface can be read: its broker, else its sender. */
export function messageLogOf(interfaceId: string, context: DerivationContext): string {
  const view = context.interface(interfaceId);
  return view?.attributes.transport?.via ?? view?.from ?? notDeclared(`message log of ${interfaceId}`);
}

/** `nothing of them in DLQ-NCR`, or why there is no such place. */
export function nothingFailed(interfaceIds: readonly string[], context: DerivationContext): string {
  const places = [
    ...new Set(
      interfaceIds
        .filter((id) => context.interface(id)?.attributes.delivery?.notApplicable?.['deadLetter'] === undefined)
        .map((id) => deadLetterOf(id, context)),
    ),
  ];
  const none = interfaceIds.length > 0 && places.length === 0 ? deadLetterOf(interfaceIds[0] ?? '', context) : '';
  return places.length === 0 ? `there is ${none}` : `nothing of them in ${listed(places)}`;
}

/** Where failed messages wait: the name, a reason why there is none, or a gap. */
export function deadLetterOf(interfaceId: string, context: DerivationContext): string {
  const delivery = context.interface(interfaceId)?.attributes.delivery;
  if (delivery?.deadLetter !== undefined) return delivery.deadLetter;
  const reason = delivery?.notApplicable?.['deadLetter'];
  return reason === undefined ? notDeclared(`dead-letter place of ${interfaceId}`) : `no dead-letter place (${reason})`;
}
