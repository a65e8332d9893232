import type { TemplateEntry, TemplateReport } from '../../core/report/template-report.ts';
import { jsonText } from '../json/json-text.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { wrapped } from '../text/wrap.ts';

/** Which template lays out each document, for people. */
export function templateListText(report: TemplateReport, paint: Paint): string {
  const { revision, documents, partials } = report;
  const width = Math.max(...[...documents, ...partials].map(({ name }) => name.length)) + 2;
  const row = (code: string, one: TemplateEntry): string =>
    `  ${code.padEnd(5)}${one.name.padEnd(width)}${one.file === null ? 'shipped' : `site     ${shown(one.file)}  sha256:${one.sha256.slice(0, 12)}`}`;
  return [
    revision === null
      ? `No project here: the templates of countersign ${report.toolVersion}`
      : `What lays out the documents ${revision === 'folder' ? 'of the files as they lie there' : `at ${shown(revision)}`}, with countersign ${report.toolVersion}`,
    '',
    paint.bold('Documents'),
    ...documents.flatMap((one) => [
      row(one.type, one),
      ...(one.omits.length === 0 ? [] : wrapped(`does not show: ${one.omits.map(shown).join(', ')}`, 7)),
    ]),
    '',
    paint.bold('Partials'),
    ...partials.flatMap((one) => [
      row('', one),
      ...wrapped(one.usedBy.length === 0 ? 'no document uses it' : `in ${one.usedBy.join(', ')}`, 7),
    ]),
    '',
  ].join('\n');
}

/** The same by the published schema `templates`. */
export function templateListJson({ toolVersion, ...report }: TemplateReport): string {
  return jsonText({ formatVersion: 1, tool: { name: 'countersign', version: toolVersion }, ...report });
}
