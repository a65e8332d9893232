const USAGE = 2;
const INTERNAL = 5;

/** What the operating system says when a folder, a disk or a limit is in the way: the environment's fault, not a bug. */
const ENVIRONMENT_ERRORS = {
  EACCES: 'Give the user who runs countersign the permission, or choose another folder.',
  EPERM: 'Give the user who runs countersign the permission, or choose another folder.',
  EROFS: 'The file system is read-only: choose another folder.',
  ENOSPC: 'The disk is full: make room, or choose another folder.',
  EDQUOT: 'The disk quota is used up: make room, or choose another folder.',
  EMFILE: 'Too many files are open: raise the limit (ulimit -n).',
  ENFILE: 'Too many files are open on this machine.',
};

/**
 * Says on `print` what ended the run and returns its exit code: 2 wrong usage or environment, 3 invalid spec, 4 git,
 * 5 a bug of this program. Only a bug is shown with a stack, and never exits 1: that would read as "findings".
 *
 * @param {unknown} error what was thrown
 * @param {string} version of this program
 * @param {(line: string) => void} print writes one line to stderr
 * @returns {number} the exit code
 */
export function reportError(error, version, print) {
  if (!(error instanceof Error))
    return reportBug(new Error(`Something was thrown that is no error: ${String(error)}`), version, print);

  // A command ended by this.exit(code): it has said all there is to say.
  if (error.code === 'EEXIT') return error.oclif?.exit ?? 0;

  if (error.name === 'Failure' && Number.isInteger(error.exitCode)) {
    print(`error: ${error.message} [${error.code}]`);
    if (error.hint) print(`  ${error.hint.replaceAll('\n', '\n  ')}`);
    return error.exitCode;
  }

  // Errors of the command line: unknown command, unknown or missing flag, value outside the offered ones.
  if (error.oclif !== undefined) {
    print(`error: ${error.message}`);
    for (const suggestion of error.suggestions ?? []) print(`  ${suggestion}`);
    if (!/--help/.test(error.message)) print('  Run countersign --help, or countersign COMMAND --help.');
    return error.oclif.exit ?? USAGE;
  }

  const hint = ENVIRONMENT_ERRORS[error.code];
  if (hint !== undefined) {
    print(`error: ${error.message}`);
    print(`  ${hint}`);
    return USAGE;
  }
  return reportBug(error, version, print);
}

function reportBug(error, version, print) {
  print(`internal error: ${error.message}`);
  print(`  countersign ${version}, Node.js ${process.version}, ${process.platform} ${process.arch}`);
  print('  This is a bug of countersign, not of your specs. Nothing that this run printed may be relied on.');
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause !== error) print(`caused by: ${cause.message}`);
    print(cause.stack ?? '(no stack)');
  }
  return INTERNAL;
}
