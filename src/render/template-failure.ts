import { Failure } from '../core/diagnostics/failure.ts';
import type { TemplatePosition } from './blocks.ts';

/** A mistake of a template or of the data it is given: says template and line, what is missing and what to do. */
export function templateFailure(at: TemplatePosition, code: string, message: string, hint: string): Failure {
  return new Failure(5, code, `Template ${at.template}, line ${at.line}: ${message}`, hint);
}
