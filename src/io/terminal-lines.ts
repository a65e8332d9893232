import { createInterface } from 'node:readline';

/** Lines that a person types, or that come from a pipe. */
export interface Lines {
  /** Shows the prompt and gives the next line; nothing after the last one (Ctrl-D, end of the pipe). */
  next(prompt: string): Promise<string | undefined>;
  close(): void;
}

/** Opens stdin for lines. From a pipe each line is shown as if it had been typed, so that the transcript can be read. */
export function openLines(): Lines {
  const { stdin, stdout } = process;
  const typed = stdin.isTTY === true;
  const reader = createInterface({ input: stdin, ...(typed ? { output: stdout } : {}), terminal: typed });
  const lines = reader[Symbol.asyncIterator]();
  return {
    async next(prompt) {
      if (typed) {
        reader.setPrompt(prompt);
        reader.prompt();
      } else stdout.write(prompt);
      const { value, done } = await lines.next();
      const line = done === true ? undefined : String(value);
      if (!typed) stdout.write(`${line ?? ''}\n`);
      return line;
    },
    close: () => reader.close(),
  };
}
