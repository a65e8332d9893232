import { Failure } from '../core/diagnostics/failure.ts';
import type { SearchProgress } from '../core/explore/search/search-result.ts';

/** What a thread is started with; the job comes as its only message. */
export interface ThreadStart {
  /** URL of the module whose `run` does it. */
  readonly module: string;
  /** One 32-bit number: not zero asks the thread to end with what it has. */
  readonly cancel: SharedArrayBuffer;
}

/** What a thread says. An error crosses as plain data: its class would be lost. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | ({ readonly kind: 'failed' } & FailedJob);

export interface FailedJob {
  readonly message: string;
  readonly stack?: string;
  /** Absent for a bug. */
  readonly failure?: { readonly exitCode: Failure['exitCode']; readonly code: string; readonly hint: string };
}

/** An error as plain data. */
export function failedWith(error: unknown): FailedJob {
  if (error instanceof Failure) {
    const { message, exitCode, code, hint } = error;
    return { message, failure: { exitCode, code, hint } };
  }
  if (!(error instanceof Error)) return { message: String(error) };
  return { message: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) };
}

/** The error again, as the program throws it. */
export function errorOf({ message, stack, failure }: FailedJob): Error {
  if (failure !== undefined) return new Failure(failure.exitCode, failure.code, message, failure.hint);
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
