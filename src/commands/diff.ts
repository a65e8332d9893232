import { compareProject, reportComparison } from '../app/compare-project.ts';
import { openWorkbench } from '../app/compose.ts';
import { listComparison } from '../app/list-findings.ts';
import { comparisonData } from '../render/json/comparison-json.ts';
import { jsonText } from '../render/json/json-text.ts';
import { listDrawings } from './list-formats.ts';
import { comparisonMarkdown } from '../render/markdown/comparison-markdown.ts';
import { comparisonText } from '../render/text/comparison-text.ts';
import { asOfFlag, cacheFlag, projectFlag } from './base-command.ts';
import { listFrame } from './list-frame.ts';
import { allFlag, formatFlags, readOutputs, REPORT_FORMATS } from './output-formats.ts';
import { RangeCommand, rangeArgument, rangeFlags } from './range-command.ts';

export default class Diff extends RangeCommand {
  static override summary = 'Show every difference in meaning between two revisions, judged.';
  static override description =
    'Compares by identity and meaning, never by lines; each finding has a class, a risk and the reason. Exit code 0 whatever is found; `gate` is what blocks.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> v1.0.0..cr-2041',
    '<%= config.bin %> <%= command.id %> main...HEAD --format markdown',
  ];
  static override args = rangeArgument;
  static override flags = {
    ...projectFlag,
    ...formatFlags(...REPORT_FORMATS),
    ...allFlag,
    ...rangeFlags,
    ...asOfFlag,
    ...cacheFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Diff);
    const outputs = readOutputs(flags, REPORT_FORMATS);
    const workbench = await openWorkbench({
      project: flags.project,
      cache: flags.cache,
      asOf: flags['as-of'],
      progress: this.progress(flags),
    });
    const outcome = await compareProject(workbench, this.request(args, flags));
    workbench.progress.done();
    const frame = await listFrame(workbench, 'diff', outputs);
    const comparison = await this.compared(outcome, flags, { outputs, frame });
    if (comparison === undefined) return;
    const report = reportComparison(comparison, outcome.notices, workbench.toolVersion);
    await this.present(
      outputs,
      {
        text: (paint) => comparisonText(report, paint, flags.all ? 'all' : 'worst'),
        json: () => jsonText(comparisonData(report)),
        markdown: () => comparisonMarkdown(report),
        ...listDrawings(() => listComparison(comparison, undefined, frame)),
      },
      flags,
    );
  }
}
