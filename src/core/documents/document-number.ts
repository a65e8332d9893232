import type { PackageFacts } from '../model/spec-model.ts';
import type { Element } from '../model/element.ts';
import type { DocumentCode } from './document-type.ts';

/** How a document number is built where the project says nothing else. */
export const DEFAULT_PATTERN = '<SITE>-<PKG>-<TYPE>-<NNN>';

/**
 * The number of a document: `numbering.pattern` with site, package, type and running number filled in. `numbering.numbers`
 * gives the running number of a type (`IA: "014"`), or the whole number where it is more than digits. A package id that
 * already begins with the site code, or a project without one, is written without the site. `TAB` is the workbook of the package.
 */
export function documentNumber(type: DocumentCode | 'TAB', project: Element<'project'> | undefined): string {
  const numbering = project?.attributes.numbering;
  const given = numbering?.numbers?.[type];
  if (given !== undefined && !/^\d+$/.test(given)) return given;
  const packageFacts = project?.attributes.package;
  const site = siteOf(packageFacts);
  const pattern = numbering?.pattern ?? DEFAULT_PATTERN;
  return (site === undefined ? pattern.replace(/<SITE>[-_./ ]?/g, '') : pattern.replaceAll('<SITE>', site))
    .replaceAll('<PKG>', packageFacts?.id ?? 'package')
    .replaceAll('<TYPE>', type)
    .replace(/<(N+)>/g, (_whole, digits: string) => (given ?? '1').padStart(digits.length, '0'));
}

function siteOf(facts: PackageFacts | undefined): string | undefined {
  const site = facts?.site;
  return site === undefined || facts?.id === site || facts?.id.startsWith(`${site}-`) === true ? undefined : site;
}
