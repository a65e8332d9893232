import { Failure } from '../core/diagnostics/failure.ts';
import type { TemplatePosition } from './blocks.ts';

/** A mistake of a template or of the data it is given. */
export class TemplateFailure extends Failure {
  readonly at: TemplatePosition;
  /** The message without the place. */
  readonly problem: string;

  constructor(at: TemplatePosition, code: string, problem: string, hint: string) {
    super(5, code, `Template ${at.template}, line ${at.line}: ${problem}`, hint);
    this.at = at;
    this.problem = problem;
  }
}

/** Says template and line, what is missing and what to do. */
export function templateFailure(at: TemplatePosition, code: string, problem: string, hint: string): TemplateFailure {
  return new TemplateFailure(at, code, problem, hint);
}
