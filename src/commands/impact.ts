import { assessProject, reportComparison } from '../app/compare-project.ts';
import { openWorkbench } from '../app/compose.ts';
import { listComparison } from '../app/list-findings.ts';
import { comparisonData } from '../render/json/comparison-json.ts';
import { jsonText } from '../render/json/json-text.ts';
import { listDrawings } from './list-formats.ts';
import { comparisonMarkdown } from '../render/markdown/comparison-markdown.ts';
import { impactText } from '../render/text/impact-text.ts';
import { asOfFlag, cacheFlag, projectFlag } from './base-command.ts';
import { listFrame } from './list-frame.ts';
import { allFlag, formatFlags, readOutputs, REPORT_FORMATS } from './output-formats.ts';
import { RangeCommand, rangeArgument, rangeFlags } from './range-command.ts';

export default class Impact extends RangeCommand {
  static override summary = 'Follow a change through the plant: what it reaches, what is tested again, who decides.';
  static override description =
    'Everything `diff` shows, and for each reached element the shortest way there in words, the regression tests with what is left out and why, and the approvers. Exit code 0 whatever is found.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> v1.0.0..cr-2041',
    '<%= config.bin %> <%= command.id %> --format json --output impact.json',
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
    const { args, flags } = await this.parse(Impact);
    const outputs = readOutputs(flags, REPORT_FORMATS);
    const workbench = await openWorkbench({
      project: flags.project,
      cache: flags.cache,
      asOf: flags['as-of'],
      progress: this.progress(flags),
    });
    const outcome = await assessProject(workbench, this.request(args, flags));
    workbench.progress.done();
    const frame = await listFrame(workbench, 'impact', outputs);
    const comparison = await this.compared(outcome, flags, { outputs, frame });
    if (comparison === undefined) return;
    const report = {
      ...reportComparison(comparison, outcome.notices, workbench.toolVersion),
      assessment: comparison.assessment,
    };
    await this.present(
      outputs,
      {
        text: (paint) => impactText(report, paint, flags.all ? 'all' : 'worst'),
        json: () => jsonText(comparisonData(report)),
        markdown: () => comparisonMarkdown(report),
        ...listDrawings(() => listComparison(comparison, undefined, frame)),
      },
      flags,
    );
  }
}
