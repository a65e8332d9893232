import { Flags } from '@oclif/core';

import { usageFailure } from '../core/diagnostics/failure.ts';
import type { ExplorationRequest } from '../core/explore/verdict/exploration-request.ts';

/** The largest worlds that a flag may ask for: beyond them nothing ends within a working day. */
const MOST = { records: 50, messages: 64, faults: 16 };

/** How big a world is looked at. What is not said is as the project declares it (`explore` in its project file). */
export const boundsFlags = {
  messages: Flags.string({
    description: 'messages that may wait in one channel; auto = as many as it takes',
    helpValue: 'N|auto',
  }),
  faults: Flags.integer({ description: 'faults that one story may hold', helpValue: 'N', min: 0, max: MOST.faults }),
  instances: Flags.string({
    description: 'records of an object from the beginning; several at once are possible',
    helpValue: 'OBJECT=N',
    multiple: true,
    multipleNonGreedy: true,
  }),
  spare: Flags.string({
    description: 'records of an object that steps may create; several at once are possible',
    helpValue: 'OBJECT=N',
    multiple: true,
    multipleNonGreedy: true,
  }),
  timing: Flags.string({
    description: 'when people act: at any moment, or only when nothing is on its way',
    options: ['any', 'settled'],
  }),
  'as-configured': Flags.boolean({ description: 'do not rely on conditions that only people enforce (procedure)' }),
};

/** How long it is looked. */
export const limitFlags = {
  states: Flags.integer({
    description: 'most states that one search may see (default: 5,000,000)',
    helpValue: 'N',
    min: 1,
    max: 200_000_000,
  }),
  memory: Flags.integer({
    description: 'most memory that one search may use (default: 1024)',
    helpValue: 'MB',
    min: 1,
    max: 64_000,
  }),
};

/** What the flags say, as it is parsed. */
export interface ExplorationFlags {
  readonly messages?: string | undefined;
  readonly faults?: number | undefined;
  readonly instances?: readonly string[] | undefined;
  readonly spare?: readonly string[] | undefined;
  readonly timing?: string | undefined;
  readonly 'as-configured': boolean;
  readonly states?: number | undefined;
  readonly memory?: number | undefined;
  readonly invariant?: readonly string[] | undefined;
}

const DEFAULTS = { states: 5_000_000, megabytes: 1024 };

/** The request that the flags make. Throws a usage `Failure` for a number that is none. */
export function readExplorationFlags(flags: ExplorationFlags): ExplorationRequest {
  const { messages, faults, instances, spare, timing, states, memory, invariant } = flags;
  const bounds = {
    ...(messages === undefined ? {} : { messages: readMessages(messages) }),
    ...(faults === undefined ? {} : { faults }),
    ...(instances === undefined ? {} : { instances: readCounts('instances', instances) }),
    ...(spare === undefined ? {} : { spare: readCounts('spare', spare) }),
    ...timingOf(timing),
    ...(flags['as-configured'] ? { procedures: false } : {}),
  };
  return {
    ...(Object.keys(bounds).length === 0 ? {} : { bounds }),
    ...(invariant === undefined ? {} : { only: [...new Set(invariant)] }),
    ...(states === undefined && memory === undefined
      ? {}
      : { limits: { states: states ?? DEFAULTS.states, bytes: (memory ?? DEFAULTS.megabytes) * 1024 ** 2 } }),
  };
}

function timingOf(word: string | undefined): { readonly timing?: 'any' | 'settled' } {
  return word === 'any' || word === 'settled' ? { timing: word } : {};
}

function readMessages(text: string): number | 'auto' {
  if (text === 'auto') return 'auto';
  return wholeNumber(text, 1, MOST.messages) ?? refuse(`--messages ${text}`, `--messages 3, or --messages auto`);
}

function readCounts(flag: 'instances' | 'spare', pairs: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, object, number] = /^([^=]+)=(.*)$/su.exec(pair) ?? [];
      const count = number === undefined ? undefined : wholeNumber(number, 0, MOST.records);
      if (object === undefined || count === undefined) return refuse(`--${flag} ${pair}`, `--${flag} lot=2`);
      return [object, count];
    }),
  );
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  return number !== undefined && number >= least && number <= most ? number : undefined;
}

function refuse(given: string, example: string): never {
  throw usageFailure(
    'bound-invalid',
    `'${given}' is no bound that can be explored.`,
    `Write ${example}; at most ${MOST.records} records and ${MOST.messages} messages.`,
  );
}
