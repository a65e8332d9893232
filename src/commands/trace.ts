import { Args, Flags } from '@oclif/core';

import { openWorkbench } from '../app/compose.ts';
import { traceProject } from '../app/trace-project.ts';
import { jsonText } from '../render/json/json-text.ts';
import { traceData } from '../render/json/trace-json.ts';
import { traceText } from '../render/text/trace-text.ts';
import { asOfFlag, cacheFlag, projectFlag } from './base-command.ts';
import { listFrame } from './list-frame.ts';
import { formatFlags, readOutputs } from './output-formats.ts';
import { RangeCommand } from './range-command.ts';

const FORMATS = ['text', 'json'] as const;

export default class Trace extends RangeCommand {
  static override summary = 'Show traceability, both ways: requirement to element to test, and back.';
  static override description =
    'Traceability of everything, or of one requirement, element, test or clause. Gaps are listed; nothing here was executed.';
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> INV.T03 --revision v1.0.0',
  ];
  static override args = { element: Args.string({ description: 'id of a requirement, element, test or clause' }) };
  static override flags = {
    ...projectFlag,
    ...formatFlags(...FORMATS),
    ...asOfFlag,
    ...cacheFlag,
    revision: Flags.string({ description: 'git revision (default: the files as they lie there)', helpValue: 'REV' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Trace);
    const outputs = readOutputs(flags, FORMATS);
    const workbench = await openWorkbench({
      project: flags.project,
      cache: flags.cache,
      asOf: flags['as-of'],
      progress: this.progress(flags),
    });
    const outcome = await traceProject(workbench, flags.revision, args.element);
    const frame = await listFrame(workbench, 'trace', outputs);
    const trace = await this.compared(outcome, flags, { outputs, frame });
    if (trace === undefined) return;
    await this.present(
      outputs,
      { text: (paint) => traceText(trace, paint), json: () => jsonText(traceData(trace, workbench.toolVersion)) },
      flags,
    );
  }
}
