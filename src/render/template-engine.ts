import type { Block } from './blocks.ts';
import type { Slots, TemplateOutput } from './template-output.ts';
import type { Scope } from './template-scope.ts';
import type { BlockNode, Expression, Mustache, Program } from './template-syntax.ts';

/** What helpers need of the evaluation that they are part of. */
export interface TemplateEngine {
  readonly slots: Slots;
  /** A body as blocks. */
  blocks(program: Program, scope: Scope): Block[];
  /** A body as text. */
  run(program: Program | undefined, scope: Scope, output: TemplateOutput): void;
  /** The value of an argument; `undefined` only through `(optional path)`. */
  value(expression: Expression, scope: Scope): unknown;
  /** The only argument of a helper. */
  argument(node: Mustache | BlockNode, scope: Scope): unknown;
  /** The options of a helper by name; one that is `(optional …)` and absent is not in it. */
  options(node: Mustache | BlockNode, scope: Scope): ReadonlyMap<string, unknown>;
  /** Runs work during which blocks of the name `helper` are handed to `take` instead of printed. */
  collecting(helper: string, take: (node: BlockNode, scope: Scope) => void, work: () => void): void;
}
