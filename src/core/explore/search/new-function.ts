/** Turns source into a function of these parameters. */
export type Compile = (parameters: readonly string[], source: string) => (...values: readonly unknown[]) => unknown;

/**
 * The only place where code is made from text. Everything that is put into the source passes `int`, which lets no text of the
 * user through. Throws an EvalError where the JavaScript engine was started so that it generates no code.
 */
export const newFunction: Compile = (parameters, source) =>
  // oxlint-disable-next-line typescript/no-implied-eval -- the source is made of the generator's words and of integers
  new Function(...parameters, source) as (...values: readonly unknown[]) => unknown;
