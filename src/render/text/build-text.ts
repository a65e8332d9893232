import type { PackagePlan } from '../../core/evidence/package-plan.ts';
import type { ComparisonClass } from '../../core/rules/finding.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { shellWord } from './shell-word.ts';
import { classLabel } from './comparison-text.ts';

/** What a build would write: every file with size and hash, and the id that the package would have. */
export function planText(plan: PackagePlan, comparisonClass: ComparisonClass, paint: Paint): string {
  const files = plan.files.map(({ path, size, sha256 }) => `${sha256}  ${String(size).padStart(9)}  ${shown(path)}`);
  return [...files, '', ...summary(plan, comparisonClass, paint), 'Nothing was written.', ''].join('\n');
}

/** What was written, what to open first, and the id to keep apart from the package. */
export function writtenText(
  plan: PackagePlan,
  comparisonClass: ComparisonClass,
  directory: string,
  paint: Paint,
): string {
  const first = plan.manifest.documents[0];
  const open = first === undefined ? `${directory}/data/index.html` : `${directory}/${first.file}`;
  return [
    ...summary(plan, comparisonClass, paint),
    `Open   ${shown(open)}`,
    `All    ${shown(directory)}/data/index.html`,
    '',
  ].join('\n');
}

function summary(plan: PackagePlan, comparisonClass: ComparisonClass, paint: Paint): readonly string[] {
  const documents = plan.manifest.documents.map(
    ({ number, type, status }) => `  ${shown(number)}  ${type.padEnd(3)}  ${status}`,
  );
  return [
    `${paint.bold('Class')}  ${classLabel(comparisonClass, paint)}`,
    ...documents,
    `${paint.bold('Package id')}  ${plan.packageId}`,
  ];
}

/** What the demonstration made, what to open, and what to try next. */
export function demoText(plan: PackagePlan, comparisonClass: ComparisonClass, directory: string, paint: Paint): string {
  return [
    `${shown(directory)}/northmoor  an invented plant with its history, under git`,
    `${shown(directory)}/evidence   what a change board gets for CR-2041`,
    '',
    writtenText(plan, comparisonClass, `${directory}/evidence`, paint),
    paint.bold('Then try'),
    `  countersign diff v1.0.0..cr-2041 --project ${shellWord(`${directory}/northmoor`)}`,
    `  countersign gate v1.0.0..cr-2041 --project ${shellWord(`${directory}/northmoor`)}`,
    `  countersign verify ${shellWord(`${directory}/evidence`)}`,
    '',
  ].join('\n');
}
