import type { Progress } from '../app/ports.ts';

/** Work that is done before this shows nothing at all. */
const PATIENCE_MS = 1000;

/** One line on stderr that says what is being done; shown on a terminal only, and only when it takes longer than a second. */
export function terminalProgress(stream: NodeJS.WriteStream, enabled: boolean): Progress {
  if (!enabled || !stream.isTTY) return { step: () => {}, done: () => {} };
  const start = performance.now();
  let written = false;
  return {
    step(message) {
      if (performance.now() - start < PATIENCE_MS) return;
      stream.write(`\r\u001b[K${message} …`);
      written = true;
    },
    done() {
      if (written) stream.write('\r\u001b[K');
    },
  };
}
