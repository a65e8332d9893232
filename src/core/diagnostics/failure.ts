/**
 * The run itself cannot go on. Anything about the user's specs is a `Diagnostic` instead.
 * The exit code is the one of `docs/cli.md`: 2 usage or environment, 3 invalid spec, 4 git could not answer, 5 internal.
 */
export class Failure extends Error {
  readonly code: string;
  readonly hint: string;
  readonly exitCode: 2 | 3 | 4 | 5;

  constructor(exitCode: 2 | 3 | 4 | 5, code: string, message: string, hint: string) {
    super(message);
    this.name = 'Failure';
    this.exitCode = exitCode;
    this.code = code;
    this.hint = hint;
  }
}

/** Wrong arguments or configuration: exit code 2. `code` is a stable kebab-case word, `hint` says what to do. */
export function usageFailure(code: string, message: string, hint: string): Failure {
  return new Failure(2, code, message, hint);
}

/** Permissions, disk, missing programs: exit code 2. */
export function environmentFailure(code: string, message: string, hint: string): Failure {
  return new Failure(2, code, message, hint);
}

/** Git could not answer the question: exit code 4. */
export function gitFailure(code: string, message: string, hint: string): Failure {
  return new Failure(4, code, message, hint);
}
