import { Failure } from '../core/diagnostics/failure.ts';
import type { TemplatePosition } from './blocks.ts';

/** What a writer cannot lay out, with where it was written as data: nobody has to read it out of the message. */
export class LayoutFailure extends Failure {
  /** Where a template wrote it; absent where values brought it. */
  readonly at: TemplatePosition | undefined;
  /** The cell in which it stands, where no template line says it: `row 2, column “Text”`. */
  readonly cell: string | undefined;
  /** The message without the place. */
  readonly problem: string;

  /** `say` words the message around the place, which is empty where none is known. */
  constructor(
    exitCode: 3 | 5,
    code: string,
    say: (place: string) => string,
    hint: string,
    at?: TemplatePosition,
    cell?: string,
  ) {
    super(exitCode, code, say(at === undefined ? '' : ` (template ${at.template}, line ${at.line})`), hint);
    this.at = at;
    this.cell = cell;
    this.problem = say('');
  }

  /** The same, with the cell in which it stands. */
  inCell(cell: string): LayoutFailure {
    const exitCode = this.exitCode === 3 ? 3 : 5;
    return new LayoutFailure(
      exitCode,
      this.code,
      () => `${this.problem} It stands in ${cell}.`,
      this.hint,
      this.at,
      cell,
    );
  }
}
