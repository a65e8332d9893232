import { parse } from 'yaml';

/** A regulation, standard or guidance document in one edition. */
export interface ClauseSource {
  readonly key: string;
  readonly name: string;
  readonly edition: string;
  readonly status: string;
}

/** One clause with a paraphrased title; never a quotation. */
export interface Clause {
  readonly id: string;
  readonly source: string;
  /** As people cite it: `11.10(e)`. */
  readonly citation: string;
  readonly title: string;
  /** T = text checked against the source, H = heading checked, K = professional knowledge. */
  readonly certainty: 'T' | 'H' | 'K';
  /** What shows that it is met: types of test (`OQ-AUD`), documents (`VP`), or words (`letter reference`). */
  readonly evidence: readonly string[];
}

/** What `refs` may name, and what `clauses` of a project file put in scope. */
export interface ClauseCatalogue {
  readonly sources: ReadonlyMap<string, ClauseSource>;
  readonly sets: ReadonlyMap<string, { readonly title: string; readonly sources: readonly string[] }>;
  readonly clauses: readonly Clause[];
}

interface CatalogueFile {
  readonly sets: Readonly<Record<string, { title: string; sources: readonly string[] }>>;
  readonly sources: readonly { key: string; name: string; edition: string; status: string }[];
  readonly clauses: readonly {
    id: string;
    src: string;
    cl: string;
    t: string;
    ev?: readonly string[];
    v: 'T' | 'H' | 'K';
  }[];
}

/**
 * Reads the catalogue that ships with the tool: YAML as people write it, or JSON as the build makes it, which is read in a
 * hundredth of the time. Its text is trusted and tested.
 */
export function readClauseCatalogue(text: string): ClauseCatalogue {
  const file = (text.startsWith('{') ? JSON.parse(text) : parse(text)) as CatalogueFile;
  return {
    sources: new Map(file.sources.map(({ key, name, edition, status }) => [key, { key, name, edition, status }])),
    sets: new Map(Object.entries(file.sets)),
    clauses: file.clauses.map(({ id, src, cl, t, ev, v }) => ({
      id,
      source: src,
      citation: cl,
      title: t,
      certainty: v,
      evidence: ev ?? [],
    })),
  };
}

/** Every id that `refs` may name. */
export function clauseIds(catalogue: ClauseCatalogue): ReadonlySet<string> {
  return new Set(catalogue.clauses.map(({ id }) => id));
}
