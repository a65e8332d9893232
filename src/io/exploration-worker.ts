import { parentPort, workerData } from 'node:worker_threads';

import type { SearchProgress } from '../core/explore/search/search-result.ts';
import { failedWith, type ThreadMessage, type ThreadStart } from './exploration-message.ts';

/*
 * The other thread: does one job and tells how it went. What the job is stands in a module that the program names, so that
 * this file knows nothing of it. The module is loaded at once, while the program still reads what the job is about.
 */

/** Progress is told at most this often. */
const TELL_EVERY_MS = 150;

const { module, cancel } = workerData as ThreadStart;
const stopped = new Int32Array(cancel);
let told = -Infinity;

const tell = (message: ThreadMessage): void => parentPort?.postMessage(message);

const watch = {
  progress: (progress: SearchProgress): void => {
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    tell({ kind: 'progress', progress });
  },
  cancelled: (): boolean => Atomics.load(stopped, 0) !== 0,
};

const loaded = import(module) as Promise<{ readonly run: (work: unknown, watch: unknown) => unknown }>;
// What goes wrong with it is told when somebody waits for an answer.
loaded.catch(() => undefined);

parentPort?.once('message', (job: unknown) => void answer(job));

async function answer(job: unknown): Promise<void> {
  try {
    const { run } = await loaded;
    tell({ kind: 'answer', answer: await run(job, watch) });
  } catch (error) {
    tell({ kind: 'failed', ...failedWith(error) });
  }
}
