import { Args, Flags } from '@oclif/core';

import { openWorkbench, siblingOf, writeReport } from '../app/compose.ts';
import { exportPlant, type ExportedPlant } from '../app/explore-simulation.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { boundsText } from '../core/explore/compose/bounds-text.ts';
import { cacheFlag, projectFlag } from './base-command.ts';
import { boundsFlags, readExplorationFlags } from './exploration-flags.ts';
import { listFrame } from './list-frame.ts';
import { RangeCommand } from './range-command.ts';

/** TLC finds a module by the name of its file. */
const MODULE_FILE = 'Plant.tla';
const CONFIG_FILE = 'Plant.cfg';

export default class Export extends RangeCommand {
  static override summary = 'Write the composed plant for another checker: Promela for Spin, TLA+ for TLC.';
  static override description =
    'The same bounded plant that `explore` searches, readable, with a question for each invariant. Another checker must find as many states and the same verdicts.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> --to promela v1.0.0 --out plant.pml',
    '<%= config.bin %> <%= command.id %> --to tla --messages 2 --out model/Plant.tla',
  ];
  static override args = {
    revision: Args.string({ description: 'one revision; default: the files as they lie there' }),
  };
  static override flags = {
    ...projectFlag,
    ...cacheFlag,
    to: Flags.string({ description: 'language of the export', options: ['promela', 'tla'], required: true }),
    out: Flags.string({
      description: `file to write (promela: default stdout; tla: ${MODULE_FILE}, with ${CONFIG_FILE} beside it)`,
      helpValue: 'FILE',
    }),
    ...boundsFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Export);
    const to = flags.to === 'tla' ? 'tla' : 'promela';
    if (to === 'tla') checkModuleFile(flags.out);
    const workbench = await openWorkbench({
      project: flags.project,
      cache: flags.cache,
      progress: this.progress(flags),
    });
    const outcome = await exportPlant(workbench, args.revision, to, readExplorationFlags(flags));
    const frame = await listFrame(workbench, 'export', []);
    const exported = await this.compared(outcome, flags, { outputs: [], frame });
    if (exported === undefined) return;
    await write(exported, flags.out);
    this.say(flags, [
      `Bounds: ${boundsText(exported.plant.bounds)}.`,
      ...exported.notExported.map(({ invariant, why }) => `Without ${invariant}: ${why}`),
    ]);
  }
}

function checkModuleFile(out: string | undefined): void {
  if (out !== undefined && /(?:^|[/\\])Plant\.tla$/u.test(out)) return;
  throw usageFailure(
    'module-file',
    `TLC finds a module by the name of its file, which is ${MODULE_FILE} here.`,
    `Write --out ${MODULE_FILE}, or a folder before it.`,
  );
}

async function write({ written }: ExportedPlant, out: string | undefined): Promise<void> {
  if (written.to === 'tla') {
    const file = out ?? MODULE_FILE;
    await writeReport(file, written.module);
    await writeReport(siblingOf(file, CONFIG_FILE), written.config);
  } else if (out === undefined) process.stdout.write(written.text);
  else await writeReport(out, written.text);
}
