import { createInterface, type Interface } from 'node:readline/promises';

import { usageFailure } from '../core/diagnostics/failure.ts';

/** Asks one question after the other on stderr; an empty answer is left out. Throws a `Failure` when somebody gives up (Ctrl-C, Ctrl-D). */
export async function askQuestions<N extends string>(
  questions: readonly { readonly name: N; readonly text: string }[],
): Promise<Partial<Record<N, string>>> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers: Partial<Record<N, string>> = {};
  let answered = false;
  const closed = new Promise<never>((_, reject) => {
    terminal.once('close', () => {
      if (answered) return;
      process.stderr.write('\n');
      reject(
        usageFailure(
          'questions-unanswered',
          'The questions were not answered; nothing was written.',
          'Take the defaults with --yes.',
        ),
      );
    });
  });
  try {
    for (const { name, text } of questions) {
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      const answer = (await Promise.race([ask(terminal, text), closed])).trim();
      if (answer !== '') answers[name] = answer;
    }
    answered = true;
  } finally {
    terminal.close();
  }
  return answers;
}

/** One question. An interface that is closed rejects it on some versions of Node.js and forgets it on others: `closed` tells. */
async function ask(terminal: Interface, text: string): Promise<string> {
  try {
    return await terminal.question(text);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
    terminal.close();
    return new Promise<never>(() => {});
  }
}
