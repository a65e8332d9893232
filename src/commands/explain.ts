import { Args } from '@oclif/core';

import { analyseOne } from '../app/analyse-one.ts';
import { assessProject } from '../app/compare-project.ts';
import { openWorkbench, toolVersion } from '../app/compose.ts';
import type { Workbench } from '../app/compose.ts';
import { elementNamed, explainElement } from '../app/explain-element.ts';
import { explainFinding, findingNamed } from '../app/explain-finding.ts';
import { isFingerprint } from '../core/report/find-by-fingerprint.ts';
import { ruleNamed } from '../core/rules/catalogue.ts';
import { elementData, findingExplanationData } from '../render/json/explanation-json.ts';
import { jsonText } from '../render/json/json-text.ts';
import { rulesData } from '../render/rules/rule-data.ts';
import { ruleText } from '../render/rules/rule-text.ts';
import { elementText, findingText, lintText } from '../render/text/explanation-text.ts';
import { asOfFlag, cacheFlag, projectFlag } from './base-command.ts';
import { listFrame } from './list-frame.ts';
import { formatFlags, readOutputs } from './output-formats.ts';
import type { Output } from './output-formats.ts';
import { RangeCommand, rangeArgument, rangeFlags } from './range-command.ts';

const FORMATS = ['text', 'json'] as const;
type Format = (typeof FORMATS)[number];

interface ExplainFlags {
  readonly quiet: boolean;
  readonly color: boolean;
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly 'base-project'?: string | undefined;
}

export default class Explain extends RangeCommand {
  static override summary = 'Explain a rule, a finding or an element in depth.';
  static override description =
    'A rule: what it reports and why, what it asks for, and its examples with what it says of them. A finding, by its fingerprint or an unambiguous beginning of it: its lines, what it reaches, which tests exercise it, who decides, what a waiver says. An element: what it is, what it touches in both directions, what tests it, who decides about it, which change records speak of it. Exit code 0 whatever is found.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> transition-role-widened',
    '<%= config.bin %> <%= command.id %> h1:c79a94535800 v1.0.0..cr-2041',
    '<%= config.bin %> <%= command.id %> NCR.T03',
  ];
  static override args = {
    subject: Args.string({
      description: 'id of a rule, fingerprint of a finding, or id of an element',
      required: true,
    }),
    ...rangeArgument,
  };
  static override flags = { ...projectFlag, ...cacheFlag, ...formatFlags(...FORMATS), ...rangeFlags, ...asOfFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain);
    const outputs = readOutputs(flags, FORMATS);
    const rule = ruleNamed(args.subject);
    if (rule !== undefined) {
      const version = await toolVersion();
      const drawings = { text: (paint: Parameters<typeof ruleText>[1]) => ruleText(rule, paint) };
      await this.present(outputs, { ...drawings, json: () => jsonText(rulesData([rule], version)) }, flags);
      return;
    }
    const workbench = await openWorkbench({
      project: flags.project,
      cache: flags.cache,
      asOf: flags['as-of'],
      progress: this.progress(flags),
    });
    const kind = isFingerprint(args.subject);
    if (kind === 'yes' || (kind === 'maybe' && !(await this.isElement(args.subject, workbench))))
      await this.explainFinding(args, flags, outputs, workbench);
    else await this.explainElement(args, flags, outputs, workbench);
  }

  private async isElement(name: string, workbench: Workbench): Promise<boolean> {
    const { model } = await analyseOne(workbench, undefined);
    return model.named(name).length > 0;
  }

  private async explainFinding(
    args: { readonly subject: string; readonly range?: string | undefined },
    flags: ExplainFlags,
    outputs: readonly Output<Format>[],
    workbench: Workbench,
  ): Promise<void> {
    const outcome = await assessProject(workbench, this.request(args, flags));
    workbench.progress.done();
    const frame = await listFrame(workbench, 'explain', outputs);
    const comparison = await this.compared(outcome, flags, { outputs, frame });
    if (comparison === undefined) return;
    const explanation = explainFinding(comparison, findingNamed(comparison, args.subject), workbench);
    await this.present(
      outputs,
      {
        text: (paint) => ('impacts' in explanation ? findingText(explanation, paint) : lintText(explanation, paint)),
        json: () => jsonText(findingExplanationData(explanation, workbench.toolVersion)),
      },
      flags,
    );
  }

  /** In head, where a range or a head is named; else as the files lie there. */
  private async explainElement(
    args: { readonly subject: string; readonly range?: string | undefined },
    flags: ExplainFlags,
    outputs: readonly Output<Format>[],
    workbench: Workbench,
  ): Promise<void> {
    const revision = await analyseOne(workbench, headOf(args.range) ?? flags.head);
    workbench.progress.done();
    const frame = await listFrame(workbench, 'explain', outputs);
    const outcome = revision.invalid
      ? { kind: 'invalid' as const, diagnostics: revision.diagnostics, which: ['head' as const], notices: [] }
      : { kind: 'compared' as const, comparison: revision, notices: [] };
    const analysed = await this.compared(outcome, flags, { outputs, frame });
    if (analysed === undefined) return;
    const explanation = explainElement(analysed, elementNamed(analysed.model, args.subject), workbench);
    await this.present(
      outputs,
      {
        text: (paint) => elementText(explanation, paint),
        json: () => jsonText(elementData(explanation, workbench.toolVersion)),
      },
      flags,
    );
  }
}

/** The end of a range: what `A..B`, `A...B` or `A` come to. */
function headOf(range: string | undefined): string | undefined {
  if (range === undefined) return undefined;
  const parts = range.split(/\.{2,3}/);
  return parts.length === 1 ? 'HEAD' : parts[1] === '' ? 'HEAD' : parts[1];
}
