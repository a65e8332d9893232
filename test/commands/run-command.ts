import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Config } from '@oclif/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

import { publishedSchemas } from '../../src/app/published-schemas.ts';

const root = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };
const { reportError } = (await import(new URL('bin/report-error.js', root).href)) as {
  readonly reportError: (error: unknown, version: string, print: (line: string) => void) => number;
};

/** What a run of a command came to. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface CommandClass {
  run(argv: string[], config: Config): Promise<unknown>;
}

let config: Promise<Config> | undefined;

/** Runs a command by its class, as `bin/run.js` would: what it writes is caught, what it throws becomes an exit code. */
export async function run(command: CommandClass, ...argv: readonly string[]): Promise<Outcome> {
  config ??= Config.load(fileURLToPath(root));
  const written = { stdout: '', stderr: '' };
  const { exitCode } = process;
  const give = (['stdout', 'stderr'] as const).map((stream) => {
    const original = Object.getOwnPropertyDescriptor(process[stream], 'write');
    const write = (text: string | Uint8Array): boolean => {
      written[stream] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      return true;
    };
    return {
      take: () => Object.defineProperty(process[stream], 'write', { value: write, configurable: true, writable: true }),
      back: () => {
        if (original === undefined) delete (process[stream] as { write?: unknown }).write;
        else Object.defineProperty(process[stream], 'write', original);
      },
    };
  });
  const loaded = await config;
  process.exitCode = undefined;
  for (const { take } of give) take();
  try {
    await command.run([...argv], loaded);
    return { code: Number(process.exitCode ?? 0), ...written };
  } catch (error) {
    const code = reportError(error, version, (line) => (written.stderr += `${line}\n`));
    return { code, ...written };
  } finally {
    for (const { back } of give) back();
    process.exitCode = exitCode;
  }
}

/** The JSON of an output, which must follow the schema that is published for it. */
export function parseOutput<T>(schema: string, text: string): T {
  const published = publishedSchemas().get(schema)?.();
  if (published === undefined) throw new Error(`No schema is called ${schema}.`);
  const validate = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
  }).compile(published as object);
  const value: unknown = JSON.parse(text);
  expect(validate(value) ? [] : validate.errors).toEqual([]);
  return value as T;
}
