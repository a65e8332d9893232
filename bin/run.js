#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { run } from '@oclif/core/run';
import { settings } from '@oclif/core/settings';
import { reportError } from './report-error.js';

const root = new URL('../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

// Commands run from dist only: transpiling on the fly would run other code than the one that was tested.
settings.enableAutoTranspile = false;

// A reader that closes the pipe early (`| head`) is no error. The command goes on to its own exit code, so that a
// failed gate stays failed; anything else that stdout reports (a full disk) is one.
const onStreamError = (error) => {
  if (error.code !== 'EPIPE') fail(error);
};
process.stdout.on('error', onStreamError);
process.stderr.on('error', onStreamError);
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

function fail(error) {
  process.exit(reportError(error, version, print));
}

/** Text of specs and paths may stand in a message: no control sequence of theirs may reach the terminal. */
function print(line) {
  const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // oxlint-disable-line no-control-regex
  const shown = line.replaceAll(acting, (character) => {
    return `\\u${character.codePointAt(0).toString(16).padStart(4, '0')}`;
  });
  process.stderr.write(`${shown}\n`);
}

// No process.exit() on success: what is still in a pipe is written first.
try {
  await run(process.argv.slice(2), import.meta.url);
} catch (error) {
  process.exitCode = reportError(error, version, print);
}
