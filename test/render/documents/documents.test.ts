import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/diagnostics/failure.ts';
import { composeFront } from '../../../src/core/documents/document-front.ts';
import type { DocumentContext } from '../../../src/core/documents/document-context.ts';
import { DOCUMENT_TYPES } from '../../../src/core/documents/index.ts';
import type { Json } from '../../../src/core/language/canonical.ts';
import { writePdf } from '../../../src/io/pdf-writer.ts';
import { readTemplateStore } from '../../../src/io/template-store.ts';
import type { Block, Heading, RenderedDocument } from '../../../src/render/blocks.ts';
import { inlineText } from '../../../src/render/blocks.ts';
import { INSPECTION_QUESTIONS } from '../../../src/render/cover-questions.ts';
import { documentView, renderDocument } from '../../../src/render/documents/render-document.ts';
import { checkTemplatePaths } from '../../../src/render/template-paths.ts';
import { renderTemplate } from '../../../src/render/template.ts';
import { isTableData, type ViewData } from '../../../src/render/view-data.ts';
import { CHANGE, CHANGED_PLANT, PLANT, plantContext } from '../../core/documents/small-plant.ts';
import { POPPLER, pageTexts } from '../../io/pdf/poppler.ts';

const templates = readTemplateStore();
const full = plantContext();
const bare = plantContext({
  project: 'language: 1\npackage: {id: E, title: Empty, version: "1"}\nprofile: sketch\n',
  base: 'systems: {}\n',
  head: 'systems: {}\n',
  headIdentity: { kind: 'folder', commit: undefined, instant: undefined } as never,
});
const types = DOCUMENT_TYPES.map((type) => [type.type, type] as const);

function rendered(type: (typeof DOCUMENT_TYPES)[number], context: DocumentContext): RenderedDocument {
  const front = composeFront(type, context);
  return renderDocument({ type, front, facts: type.compose(context, front) as Json, context, templates });
}

function view(type: (typeof DOCUMENT_TYPES)[number], context: DocumentContext): ViewData {
  const front = composeFront(type, context);
  return documentView(type, type.compose(context, front) as Json, front);
}

/** Headings of level 1 that are numbered, as the writer numbers them. */
function sections(blocks: readonly Block[]): readonly string[] {
  return headings(blocks)
    .filter(({ level, numbered }) => level === 1 && numbered !== false)
    .map(({ content }) => inlineText(content));
}

function headings(blocks: readonly Block[]): readonly Heading[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading'
      ? [block]
      : block.kind === 'landscape' || block.kind === 'keep-together' || block.kind === 'callout'
        ? headings(block.content)
        : [],
  );
}

describe('sections', () => {
  const of = (code: string) =>
    sections(
      rendered(
        DOCUMENT_TYPES.find(({ type }) => type === code)!,
        full,
      ).blocks,
    );

  test('IA: the eighteen of the method, in their order', () => {
    expect(of('IA')).toEqual([
      'Change identification',
      'Reason and intended benefit',
      'Decision summary',
      'Change inventory',
      'Consequence analysis',
      'New or opened paths',
      'Controls weakened or strengthened',
      'Impact by record, approval, audit trail, evidence, report and limit',
      'Regulatory and customer impact',
      'Operations and IT assessment',
      'Data: records in flight, migration, back-out',
      'Documents, procedures, training, periodic review, continuity',
      'Risk re-assessment',
      'Verification and regression',
      'Implementation and roll-back plan',
      'Decision and conditions',
      'Approvals',
      'Closure',
    ]);
  });

  test('the other documents: those of the method, in their order', () => {
    expect(of('RTM')).toEqual([
      'Purpose',
      'Legend',
      'Coverage summary',
      'Forward matrix',
      'Backward matrix',
      'Invariants',
      'Gaps',
      'Clause coverage',
      'Approvals',
    ]);
    expect(of('RSP')).toEqual([
      'Purpose',
      'Who leads',
      'Process steps',
      'Event authority',
      'Data objects',
      'Decisions and documents',
      'Regulated outputs',
      'Joint ownership',
      'Overlaps and decisions',
      'Owners of interfaces and systems',
      'Gaps',
      'Changes since base',
      'Approvals',
    ]);
    expect(of('IFS')).toEqual([
      'Purpose',
      'Context and systems',
      'Identifier cross-reference',
      'Interfaces',
      'Value maps and lists',
      'Unit conversions',
      'Reconciliation and evidence links',
      'Coexistence phases',
      'Open issues',
      'Gaps',
      'Changes since base',
      'Approvals',
    ]);
    expect(of('ERA')).toEqual([
      'Purpose and limits',
      'Records in scope',
      'Closed and open systems',
      'Signatures',
      'Clauses',
      'Gaps',
      'Compensating controls',
      'Changes since base',
      'Conclusion',
      'Approvals',
    ]);
    expect(of('IQ')).toEqual([
      'Objective',
      'Systems, interfaces and environments',
      'Prerequisites',
      'Test equipment and tools',
      'Acceptance criteria',
      'Installation checks',
      'Configuration baseline capture',
      'Deviations',
      'Summary',
      'Approvals',
    ]);
    expect(of('OQ')).toEqual([
      'Objective',
      'Systems and environments',
      'Selection of cases',
      'Prerequisites',
      'Roles and accounts',
      'Test data set',
      'Acceptance criteria',
      'Test cases',
      'Exception coverage',
      'Deviation log',
      'Summary',
      'Approvals',
    ]);
  });

  test.each(types)('%s: every section says who wrote it', (_, type) => {
    const open = headings(rendered(type, full).blocks).filter(
      ({ level, authorship }) => level <= 2 && (authorship ?? []).length === 0,
    );
    expect(open.map(({ content }) => inlineText(content))).toEqual([]);
  });

  test('the cover finds the sections that it points to', () => {
    for (const { type, section } of INSPECTION_QUESTIONS.flatMap(({ answers }) => answers)) {
      const found = headings(
        rendered(
          DOCUMENT_TYPES.find((one) => one.type === type)!,
          full,
        ).blocks,
      ).some(({ content }) => inlineText(content).toLowerCase().includes(section));
      expect([type, section, found]).toEqual([type, section, true]);
    }
  });
});

describe('templates and views', () => {
  test.each(types)('%s: every path of the template is in the view', (_, type) => {
    const schema = schemaOf([view(type, full), view(type, bare)]);
    const check = (): void =>
      checkTemplatePaths({
        name: type.id,
        text: templates.documents.get(type.id)!,
        partials: templates.partials,
        schema,
      });
    expect(check).not.toThrow();
  });

  test.each(types)('%s: a value that is missing stops the build, or is printed nowhere', (_, type) => {
    const whole = view(type, full);
    const text = templates.documents.get(type.id)!;
    const print = (data: ViewData): string =>
      JSON.stringify(renderTemplate({ name: type.id, text, partials: templates.partials, view: data }));
    const before = print(whole);
    const silent: string[] = [];
    let refused = 0;
    for (const path of pathsOf(whole)) {
      try {
        if (print(without(whole, path)) !== before) silent.push(path.join('.'));
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
        refused += 1;
      }
    }
    expect(silent).toEqual([]);
    expect(refused).toBeGreaterThan(40);
  });

  test('a template never says that something is validated, compliant or safe', () => {
    const claims = /\b(compliant|complies|compliance|validated|safe|successfully|guaranteed)\b/i;
    const found = [...templates.documents, ...templates.partials].flatMap(([name, text]) =>
      text.split('\n').flatMap((line, index) => (claims.test(line) ? [`${name}:${index + 1} ${line}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

describe.skipIf(!POPPLER)('printed documents', () => {
  const pages = new Map<string, readonly string[]>();
  beforeAll(async () => {
    for (const [name, context] of [
      ['full', full],
      ['bare', bare],
    ] as const) {
      for (const type of DOCUMENT_TYPES)
        pages.set(`${name} ${type.type}`, pageTexts((await writePdf(rendered(type, context))).bytes));
    }
  });
  const page = (key: string, at = 0): string => (pages.get(key)?.at(at) ?? '').replace(/\s+/g, ' ');

  test('no mark of the machinery is left in any of them', () => {
    for (const [name, texts] of pages) {
      const found = /undefined|\[object|\bnull\b|\bNaN\b|\{\{|\}\}|\bTODO\b/.exec(texts.join('\n'));
      expect([name, found?.[0]]).toEqual([name, undefined]);
    }
  });

  test('each ends with the words that nothing was cut off', () => {
    for (const [name, texts] of pages) expect([name, texts.at(-1)?.includes('End of document')]).toEqual([name, true]);
  });

  test('the first page of the assessment is the one to decide from', () => {
    const first = page('full IA');
    for (const words of [
      'Draft: not for approval • Open error: state-set-not-total on set BLOCKED.',
      'Overall class of the change: CRITICAL',
      'Return it: Review must block.',
      'Must decide: quality (QA)',
      'The worst consequences 1. F-01 transition LOT.T02',
      '3. F-',
      'What is not known',
      'Opened paths (section 6): not searched: Neither revision declares an invariant.',
      'Risk before and after (section 13): not assessed by this version.',
      'Executed evidence: none is recorded',
      'installation checks have no declared expected value',
    ]) {
      expect(first).toContain(words);
    }
    expect(first.indexOf('Draft: not for approval')).toBeLessThan(first.indexOf('Overall class'));
    expect(page('full IA', 1)).toContain('Revision history');
  });

  test('what nobody wrote is said loudly', () => {
    const all = (pages.get('bare IA') ?? []).join(' ').replace(/\s+/g, ' ');
    expect(all).toContain('no recommendation was authored');
    expect(all).toContain('No change record');
    expect(all).toContain(
      'Nobody wrote this section for this change. It belongs into the specification: a text for document IA, section operations.',
    );
    expect(page('bare IA')).toContain('Head is a plain folder: no commit holds it.');
  });

  test('a protocol has blanks, and no result', () => {
    for (const code of ['IQ', 'OQ']) {
      const all = (pages.get(`full ${code}`) ?? []).join(' ').replace(/\s+/g, ' ');
      expect(all).toContain('Initials, date-time');
      expect(all).toContain('Review and approval after execution');
      expect(all).not.toMatch(/Overall P\/F (P|F)\b(?! F)|designated/);
    }
  });

  test('an expected value that is not declared is loud', () => {
    expect((pages.get('full IQ') ?? []).join(' ').replace(/\s+/g, ' ')).toContain(
      'NOT DECLARED in the specification: declare it before execution',
    );
  });
});

test('text of a specification is data: Markdown, braces and control characters print as they are', () => {
  const head = `${CHANGED_PLANT.replace('A lot can be held.', '"*A* {{lot}} | \\u0007 [x](#y) <b>"')}${CHANGE}`;
  const blocks = rendered(
    DOCUMENT_TYPES.find(({ type }) => type === 'RTM')!,
    plantContext({ head, base: PLANT }),
  ).blocks;
  expect(JSON.stringify(blocks)).toContain('*A* {{lot}} | \\\\u0007 [x](#y) <b>');
});

/** Object paths of view data; of a list only the first item stands for all. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null || isTableData(value)) return [];
  if (Array.isArray(value)) return value.length === 0 ? [] : pathsOf(value[0], [...path, 0]);
  return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...pathsOf(item, [...path, key])]);
}

/** The same data without what stands at the path. */
function without(value: unknown, path: readonly (string | number)[]): ViewData {
  const [first, ...rest] = path;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === first ? without(item, rest) : item)) as never;
  const kept = Object.fromEntries(
    Object.entries(value as object).flatMap(([key, item]: [string, unknown]) =>
      key !== first ? [[key, item]] : rest.length === 0 ? [] : [[key, without(item, rest)]],
    ),
  );
  return kept as never;
}

/** What these values have in common, as a schema: required is what each of them has. */
function schemaOf(values: readonly unknown[]): Record<string, unknown> {
  const objects = values.filter(
    (value): value is Record<string, unknown> =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && !isTableData(value),
  );
  const lists = values.filter((value): value is unknown[] => Array.isArray(value));
  if (lists.length > 0) {
    const items = lists.flat();
    return { type: 'array', ...(items.length === 0 ? {} : { items: schemaOf(items) }) };
  }
  if (objects.length === 0) return {};
  const names = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map((name) => [name, schemaOf(objects.flatMap((one) => (name in one ? [one[name]] : [])))]),
    ),
    required: names.filter((name) => objects.every((one) => name in one)),
  };
}

test('the catalogue of questions explains itself', () => {
  const text = readFileSync(new URL('../../../specs/catalogues/assessment-questions.yaml', import.meta.url), 'utf8');
  const ids = full.questions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(12);
  expect(full.questions.filter(({ text: question }) => !question.endsWith('?'))).toEqual([]);
  expect(text).toContain('answers:');
});
