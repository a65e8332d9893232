import { elementTitle } from '../model/element.ts';
import { changesAssessed } from './change-records.ts';
import type { DocumentContext } from './document-context.ts';
import { documentNumber } from './document-number.ts';
import { documentStatus } from './document-status.ts';
import type { DocumentFront, DocumentType } from './document-type.ts';

/** Digits of a hash that a header or footer shows; the whole hash stands in the body. */
const SHORT = 12;

/** What a value that nobody declared is called in print. */
export const NOT_DECLARED = 'not declared';

/** What stands in header, footer and title block; all of it follows from the two revisions and the version of the tool. */
export function composeFront(type: Pick<DocumentType, 'type' | 'title'>, context: DocumentContext): DocumentFront {
  const { head, sourceHash } = context;
  const { project } = head.model;
  const facts = project?.attributes.package;
  const { commit, instant, modified, kind } = head.identity;
  return {
    type: type.type,
    title: titleOf(type, context),
    number: documentNumber(type.type, project),
    revision: facts?.version ?? NOT_DECLARED,
    status: documentStatus(type.type, context),
    organisation: facts?.organisation ?? 'Organisation not declared',
    site: facts?.site === undefined ? 'Site not declared' : `Site ${facts.site}`,
    confidentiality: facts?.confidentiality ?? 'Confidentiality not declared',
    package: {
      id: facts?.id ?? NOT_DECLARED,
      title: facts?.title ?? NOT_DECLARED,
      version: facts?.version ?? NOT_DECLARED,
    },
    commit: commit?.slice(0, SHORT) ?? 'no commit',
    tree: modified || kind === 'folder' ? 'modified' : 'clean',
    contentHash: sourceHash.slice(0, 's1:'.length + SHORT),
    generated: instant ?? 'no commit',
  };
}

/** An assessment is about a change, the other documents about the package. */
function titleOf(type: Pick<DocumentType, 'type' | 'title'>, context: DocumentContext): string {
  const name = context.head.model.project?.attributes.package.title ?? NOT_DECLARED;
  if (type.type !== 'IA') return name;
  const changes = changesAssessed(context);
  const [only] = changes;
  if (only === undefined) return `${name}: change without a record`;
  if (changes.length > 1) return changes.map(({ id }) => id).join(', ');
  const title = elementTitle(only);
  return title === only.id ? only.id : `${only.id}: ${title}`;
}
