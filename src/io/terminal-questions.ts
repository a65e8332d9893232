import { createInterface } from 'node:readline/promises';

/** Asks one question after the other on stderr; an empty answer is left out. */
export async function askQuestions<N extends string>(questions: readonly { readonly name: N; readonly text: string }[]): Promise<Partial<Record<N, string>>> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers: Partial<Record<N, string>> = {};
  try {
    for (const { name, text } of questions) {
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      const answer = (await terminal.question(text)).trim();
      if (answer !== '') answers[name] = answer;
    }
  } finally {
    terminal.close();
  }
  return answers;
}
