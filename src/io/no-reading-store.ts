import type { ReadingStore } from '../app/ports.ts';

/** No store at all: everything is read again. */
export const NO_READING_STORE: ReadingStore = {
  recall: () => Promise.resolve(),
  keep: () => Promise.resolve(),
};
