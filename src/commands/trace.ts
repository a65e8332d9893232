import { Args, Flags } from '@oclif/core';

import { openWorkbench, openWorkbookWriter } from '../app/compose.ts';
import { traceProject } from '../app/trace-project.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { jsonText } from '../render/json/json-text.ts';
import { traceData } from '../render/json/trace-json.ts';
import { TRACE_TABLES, type TraceTable, traceTable, traceWorkbook } from '../render/lists/trace-workbook.ts';
import { workbookSheets } from '../render/lists/workbook-sheets.ts';
import { worksheetCsv } from '../render/lists/worksheet-csv.ts';
import { traceText } from '../render/text/trace-text.ts';
import { asOfFlag, cacheFlag, projectFlag } from './base-command.ts';
import { listFrame } from './list-frame.ts';
import { formatFlags, readOutputs } from './output-formats.ts';
import { RangeCommand } from './range-command.ts';

const FORMATS = ['text', 'json', 'csv', 'xlsx'] as const;
const TABLES = Object.keys(TRACE_TABLES) as readonly TraceTable[];

export default class Trace extends RangeCommand {
  static override summary = 'Show traceability, both ways: requirement to element to test, and back.';
  static override description =
    'Traceability of everything, or of one requirement, element, test or clause. Gaps are listed; nothing here was executed. As XLSX also field mappings, test cases and their steps, a sheet each; as CSV one of these tables.';
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> INV.T03 --revision v1.0.0',
    '<%= config.bin %> <%= command.id %> --format xlsx=trace.xlsx',
    '<%= config.bin %> <%= command.id %> --format csv --table mappings --output mappings.csv',
  ];
  static override args = { element: Args.string({ description: 'id of a requirement, element, test or clause' }) };
  static override flags = {
    ...projectFlag,
    ...formatFlags(...FORMATS),
    ...asOfFlag,
    ...cacheFlag,
    table: Flags.option({
      description: `csv: which table: ${TABLES.join(' | ')} (default: ${TABLES[0] ?? ''})`,
      helpValue: 'TABLE',
      options: TABLES,
    })(),
    revision: Flags.string({ description: 'git revision (default: the files as they lie there)', helpValue: 'REV' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Trace);
    const outputs = readOutputs(flags, FORMATS);
    if (flags.table !== undefined && outputs.every(({ format }) => format !== 'csv')) {
      throw usageFailure(
        'table-unused',
        '--table names the table of a CSV file, and none is written.',
        `Add --format csv, or leave --table out.`,
      );
    }
    const workbench = await openWorkbench({
      project: flags.project,
      cache: flags.cache,
      asOf: flags['as-of'],
      progress: this.progress(flags),
    });
    const outcome = await traceProject(workbench, flags.revision, args.element);
    const frame = await listFrame(workbench, 'trace', outputs);
    const traced = await this.compared(outcome, flags, { outputs, frame });
    if (traced === undefined) return;
    const { trace } = traced;
    await this.present(
      outputs,
      {
        text: (paint) => traceText(trace, paint),
        json: () => jsonText(traceData(trace, workbench.toolVersion)),
        csv: () => worksheetCsv(traceTable(traced, flags.table ?? 'requirements')),
        xlsx: () => openWorkbookWriter().write(workbookSheets(traceWorkbook(traced, workbench.toolVersion))),
      },
      flags,
    );
  }
}
