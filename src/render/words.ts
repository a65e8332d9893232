import type { ListedFinding } from '../core/report/finding-list.ts';
import type { ChangeClass, Finding, Risk } from '../core/rules/finding.ts';
import type { RevisionIdentity } from '../core/source/source-file.ts';

/** Names of the risks, as people say them. */
export const RISK_NAMES: Readonly<Record<Risk, string>> = { C: 'critical', H: 'high', M: 'medium', L: 'low' };

/** `breaking · H`, or the class alone where there is no risk. */
export function verdict(finding: { readonly class: ChangeClass; readonly risk: Risk | undefined }): string {
  return finding.risk === undefined ? finding.class : `${finding.class} · ${finding.risk}`;
}

/** `transition NCR.T08`, with the attribute where one is meant: `interface IF-002, delivery.retry.max`. */
export function subject(finding: Pick<Finding, 'element' | 'attribute'>): string {
  const name =
    finding.element.id === 'project'
      ? 'project file'
      : `${finding.element.kind.replaceAll('-', ' ')} ${finding.element.id}`;
  return finding.attribute === '' ? name : `${name}, ${finding.attribute}`;
}

/** The same for a listed finding, which may be about no element. */
export function listedSubject({ element, attribute }: Pick<ListedFinding, 'element' | 'attribute'>): string {
  return element === undefined ? 'specification' : subject({ element, attribute });
}

/** `3f9c0a12b4de`, `3f9c0a12b4de with modifications`, `folder`: which state of the project it is. */
export function revisionName(revision: RevisionIdentity): string {
  if (revision.kind === 'folder') return 'folder';
  if (revision.kind === 'none') return 'nothing';
  const commit = revision.commit?.slice(0, 12) ?? 'no commit';
  if (revision.kind === 'commit') return commit;
  return revision.modified ? `${revision.kind} (modified since ${commit})` : `${revision.kind} (${commit})`;
}

/** `1 finding`, `2 findings`. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
