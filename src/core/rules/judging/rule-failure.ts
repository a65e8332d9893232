import { Failure } from '../../diagnostics/failure.ts';

/**
 * Lets a rule look at something; a rule that fails stops the run (exit code 5) and says which rule it was and what it looked at.
 * Without its answer nothing could be concluded from the others.
 */
export function askRule<T>(ruleId: string, subject: string | (() => string), look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const failure = new Failure(
      5,
      'rule-failed',
      `The rule ${ruleId} failed on ${typeof subject === 'string' ? subject : subject()}: ${error instanceof Error ? error.message : String(error)}`,
      'Nothing was concluded. Please report this with the lines of the specification that it names; it is an error of the tool.',
    );
    failure.cause = error;
    throw failure;
  }
}
