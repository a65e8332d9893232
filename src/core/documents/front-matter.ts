import { BASELINE_FACTS, REVISION_FACTS, declaredBaseline, revisionFacts } from './baseline.ts';
import type { DocumentContext } from './document-context.ts';
import type { DocumentCode } from './document-type.ts';
import { DEFINITIONS, definitionsOf } from './definitions.ts';
import { type FactsOf, facts, flag, list, nullable, text, texts } from './fact-shape.ts';
import { REFERENCES, referencesOf } from './references.ts';
import { RESPONSIBILITIES, responsibilitiesOf } from './responsibilities.ts';
import { REVISION_HISTORY, revisionHistory } from './revision-history.ts';
import { SIGNATURE_FACTS, signaturesOf } from './signatures.ts';

export const COMMIT_FACTS = facts({ commit: text, author: text, instant: text, subject: text });

export const FRONT_MATTER = facts({
  intendedUse: nullable(text),
  lines: list(facts({ code: text, title: text })),
  outOfScope: texts,
  base: REVISION_FACTS,
  head: REVISION_FACTS,
  baseline: nullable(BASELINE_FACTS),
  sourceHash: text,
  tool: facts({ name: text, version: text, rules: text, language: text }),
  commits: facts({ list: list(COMMIT_FACTS), complete: flag }),
  signatures: SIGNATURE_FACTS,
  revisions: REVISION_HISTORY,
  references: REFERENCES,
  definitions: DEFINITIONS,
  responsibilities: RESPONSIBILITIES,
});

/** What every document says about itself before it says anything else. */
export type FrontMatter = FactsOf<typeof FRONT_MATTER>;

/** The front matter of a document; `additional` are signature codes that this change asks for beside the usual ones. */
export function frontMatter(
  type: DocumentCode,
  context: DocumentContext,
  additional: readonly string[] = [],
): FrontMatter {
  const { base, head, commits, tool } = context;
  const project = head.model.project?.attributes.package;
  const signatures = signaturesOf(type, head.model, additional);
  return {
    intendedUse: project?.intendedUse ?? null,
    lines: Object.entries(project?.lines ?? {}).map(([code, title]) => ({ code, title })),
    outOfScope: project?.outOfScope ?? [],
    base: revisionFacts(base.identity, base.model.project?.attributes.package.version),
    head: revisionFacts(head.identity, project?.version),
    baseline: declaredBaseline(context) ?? null,
    sourceHash: context.sourceHash,
    tool: { name: tool.name, version: tool.version, rules: tool.rulesVersion, language: `${tool.languageVersion}` },
    commits: {
      list: commits.list.map(({ commit, author, instant, subject }) => ({ commit, author, instant, subject })),
      complete: commits.complete,
    },
    signatures,
    revisions: revisionHistory(context),
    references: referencesOf(type, context),
    definitions: definitionsOf(type, head.model),
    responsibilities: responsibilitiesOf(signatures, head.model),
  };
}
