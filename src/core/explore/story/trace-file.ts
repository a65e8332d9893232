import { usageFailure } from '../../diagnostics/failure.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import type { Story } from './story.ts';

/** What a story is called that somebody wrote while going through a plant: it is about no invariant. */
export const OF_SIMULATION = 'simulation';

/** The only format so far. */
const FORMAT = 1;
/** Where a file is no trace of ours any more, and would only cost time. */
const LIMITS = { characters: 4_000_000, traces: 1000, steps: 10_000, text: 500, names: 1000 };
/** The largest worlds that a trace may ask for. */
const LARGEST = { records: 50, messages: 64, faults: 16 };

/** Stories that can be taken again, step by step, on this revision or another. */
export interface TraceFile {
  readonly formatVersion: typeof FORMAT;
  /** The world in which they were found: they are taken again in the same one. */
  readonly bounds: PlantBounds;
  readonly traces: readonly WrittenTrace[];
}

export interface WrittenTrace {
  /** What it shows: the id of an invariant, or `OF_SIMULATION`. */
  readonly about: string;
  /** Status in which each record begins: `LOT of lot 1` → `InProcess`. */
  readonly start: Readonly<Record<string, string>>;
  /** Names of the steps. */
  readonly steps: readonly string[];
}

/** Stories as a trace file; each with what it is about. */
export function traceFileOf(
  bounds: PlantBounds,
  stories: readonly { readonly about: string; readonly story: Story }[],
): TraceFile {
  return {
    formatVersion: FORMAT,
    bounds,
    traces: stories.map(({ about, story }) => ({
      about,
      start: Object.fromEntries(story.start.map(({ name, value }) => [name, value])),
      steps: story.replay,
    })),
  };
}

/** Reads a trace file that anybody may have written. Throws a usage `Failure` that says what is wrong and where. */
export function readTraceFile(text: string): TraceFile {
  if (text.length > LIMITS.characters)
    throw wrong(`is longer than ${LIMITS.characters} characters`, 'Give a file that `explore --trace` wrote.');
  const file = mapping(parsed(text), 'the file', ['formatVersion', 'bounds', 'traces']);
  if (file['formatVersion'] !== FORMAT)
    throw wrong(
      `has the format ${shortly(file['formatVersion'])}, and this version reads format ${FORMAT}`,
      'Write it again with the version of countersign that you use now.',
    );
  return {
    formatVersion: FORMAT,
    bounds: boundsIn(file['bounds']),
    traces: items(file['traces'], 'traces', LIMITS.traces).map((trace, index) => traceIn(trace, `traces[${index}]`)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrong(`is no JSON: ${error instanceof Error ? error.message : String(error)}`, HINT);
  }
}

function traceIn(value: unknown, at: string): WrittenTrace {
  const trace = mapping(value, at, ['about', 'start', 'steps']);
  return {
    about: textIn(trace['about'], `${at}.about`),
    start: named(trace['start'], `${at}.start`, textIn),
    steps: items(trace['steps'], `${at}.steps`, LIMITS.steps).map((step, index) =>
      textIn(step, `${at}.steps[${index}]`),
    ),
  };
}

function boundsIn(value: unknown): PlantBounds {
  const at = 'bounds';
  const bounds = mapping(value, at, [
    'instances',
    'spare',
    'start',
    'without',
    'messages',
    'faults',
    'timing',
    'procedures',
  ]);
  const { timing, procedures } = bounds;
  if (timing !== 'any' && timing !== 'settled') throw wrong(`${at}.timing is neither any nor settled`, HINT);
  if (typeof procedures !== 'boolean') throw wrong(`${at}.procedures is neither true nor false`, HINT);
  const records = (count: unknown, place: string): number => numberIn(count, place, LARGEST.records, 0);
  return {
    instances: named(bounds['instances'], `${at}.instances`, records),
    spare: named(bounds['spare'], `${at}.spare`, records),
    start: named(bounds['start'], `${at}.start`, textIn),
    without: items(bounds['without'], `${at}.without`, LIMITS.names).map((one, index) =>
      textIn(one, `${at}.without[${index}]`),
    ),
    messages: numberIn(bounds['messages'], `${at}.messages`, LARGEST.messages, 1),
    faults: numberIn(bounds['faults'], `${at}.faults`, LARGEST.faults, 0),
    timing,
    procedures,
  };
}

function mapping(value: unknown, at: string, keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(`${at} is no object`, HINT);
  const stranger = Object.keys(value).find((key) => !keys.includes(key));
  if (stranger !== undefined) throw wrong(`${at} has '${shortly(stranger)}', which nothing reads`, HINT);
  const missing = keys.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) throw wrong(`${at} has no '${missing}'`, HINT);
  return value as Readonly<Record<string, unknown>>;
}

function named<T>(value: unknown, at: string, read: (item: unknown, at: string) => T): Readonly<Record<string, T>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(`${at} is no object`, HINT);
  const entries = Object.entries(value);
  if (entries.length > LIMITS.names) throw wrong(`${at} has more than ${LIMITS.names} entries`, HINT);
  return Object.fromEntries(entries.map(([key, item]) => [textIn(key, at), read(item, `${at}.${shortly(key)}`)]));
}

function items(value: unknown, at: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(`${at} is no list`, HINT);
  if (value.length > most) throw wrong(`${at} has more than ${most} entries`, HINT);
  return value;
}

function textIn(value: unknown, at: string): string {
  if (typeof value !== 'string') throw wrong(`${at} is no text`, HINT);
  if (value.length > LIMITS.text) throw wrong(`${at} is longer than ${LIMITS.text} characters`, HINT);
  return value;
}

function numberIn(value: unknown, at: string, most: number, least: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw wrong(`${at} is no whole number from ${least} to ${most}`, HINT);
  return value;
}

function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const HINT = 'Give a file that `explore --trace` or `simulate` wrote.';

function wrong(what: string, hint: string): Error {
  return usageFailure('trace-invalid', `The trace cannot be read: ${what}.`, hint);
}
