import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { environmentFailure } from '../core/diagnostics/failure.ts';
import type { SearchProgress } from '../core/explore/search/search-result.ts';
import type { SearchWatch } from '../core/explore/search/search-watch.ts';
import { errorOf, type ThreadMessage, type ThreadStart } from './exploration-message.ts';

/** Exit code of a program that a second Ctrl-C ends at once (128 + SIGINT). */
const INTERRUPTED = 130;

/** A job that another thread can do, or this one where the program runs from its source and there is nothing to load. */
export interface ThreadedJob<J, A> {
  /** Compiled module whose `run` does it. */
  readonly module: URL;
  /** The same in this thread. */
  here(job: J, watch: SearchWatch): Promise<A>;
}

/** What the user is told meanwhile. */
export interface ThreadTalk {
  progress(progress: SearchProgress & { readonly perSecond: number }): void;
  /** The user asked to end: what was seen so far is awaited. */
  ending(): void;
}

/** Something that does one job. */
export interface JobThread<J, A> {
  /**
   * The first Ctrl-C asks the job to end with what it has; the second ends the program. Throws what the job throws.
   */
  run(job: J, talk: ThreadTalk): Promise<A>;
}

/** Starts a thread, which loads what it needs while the program does something else. It ends with its job, or with the program. */
export function startThread<J, A>(work: ThreadedJob<J, A>): JobThread<J, A> {
  const cancel = new SharedArrayBuffer(4);
  const flag = new Int32Array(cancel);
  const entry = new URL('./exploration-worker.js', import.meta.url);
  // Run from source there is no compiled file that a thread could load.
  const worker = existsSync(fileURLToPath(entry))
    ? new Worker(entry, { workerData: { module: work.module.href, cancel } satisfies ThreadStart })
    : undefined;
  worker?.unref();
  return {
    async run(job, talk) {
      const pace = paceOf();
      const progress = (one: SearchProgress): void => talk.progress({ ...one, perSecond: pace(one.states) });
      const interrupt = (): void => {
        if (Atomics.load(flag, 0) !== 0) process.exit(INTERRUPTED);
        Atomics.store(flag, 0, 1);
        talk.ending();
      };
      process.on('SIGINT', interrupt);
      try {
        return worker === undefined
          ? await work.here(job, { progress, cancelled: () => Atomics.load(flag, 0) !== 0 })
          : await answerOf<A>(worker, job, progress);
      } finally {
        process.removeListener('SIGINT', interrupt);
      }
    },
  };
}

/** States per second of the search that is running: its count begins anew with every search. */
function paceOf(): (states: number) => number {
  let begun = performance.now();
  let last = 0;
  let first = 0;
  return (states) => {
    const now = performance.now();
    if (states < last) {
      begun = now;
      first = states;
    }
    last = states;
    return Math.round((states - first) / Math.max(0.001, (now - begun) / 1000));
  };
}

function answerOf<A>(worker: Worker, job: unknown, progress: (one: SearchProgress) => void): Promise<A> {
  return new Promise((resolve, reject) => {
    let ended = false;
    const end = (how: () => void): void => {
      ended = true;
      how();
      void worker.terminate();
    };
    worker.ref();
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') progress(message.progress);
      else if (message.kind === 'answer') end(() => resolve(message.answer as A));
      else end(() => reject(errorOf(message)));
    });
    worker.on('error', (error) => end(() => reject(outOfMemory(error) ? tooBig() : error)));
    worker.on('exit', (code) => {
      if (!ended) reject(new Error(`The thread that explores ended with code ${code} and without an answer.`));
    });
    worker.postMessage(job);
  });
}

function outOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooBig(): Error {
  return environmentFailure(
    'memory-used-up',
    'The exploration needs more memory than there is.',
    'Lower --states, --memory, or the bounds: --messages, --instances, --faults.',
  );
}
