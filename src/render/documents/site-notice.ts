import type { Block } from '../blocks.ts';
import { plain } from '../blocks.ts';
import type { SiteTemplate } from './site-templates.ts';

/** How the templates of a project lay a document out. */
export interface SiteLayout {
  /** Those that the document uses, sorted by file. */
  readonly templates: readonly SiteTemplate[];
  /** Values that the tool's own template shows and these do not. */
  readonly omitted: readonly string[];
}

/** Digits of a hash that are printed; the whole hash stands in the data of the document and in the manifest. */
const SHORT = 12;

/** Most values that are named as left out. */
const NAMED = 24;

/** What a document says first when the project lays it out: it stands there whatever the templates print. */
export function siteNotice(site: SiteLayout | undefined): readonly Block[] {
  if (site === undefined || site.templates.length === 0) return [];
  const files = site.templates.map(({ file, sha256 }) => `${file} (SHA-256 ${sha256.slice(0, SHORT)}…)`);
  const more = site.omitted.length - NAMED;
  const omitted = `${site.omitted.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const sentences = [
    `The project lays this document out itself, by ${files.join(', ')}. Wording, order and what is shown are those of the project; the tool has compared with its own templates only which values they name. The data of this document (JSON) hold every fact.`,
    site.omitted.length === 0
      ? 'Every value that the template of the tool names is named by them.'
      : `Not named by them, and named by the template of the tool: ${omitted}.`,
  ];
  return [
    {
      kind: 'callout',
      tone: site.omitted.length === 0 ? 'plain' : 'warn',
      title: plain('Templates of the project'),
      content: sentences.map((sentence) => ({ kind: 'paragraph', content: plain(sentence) })),
    },
  ];
}
