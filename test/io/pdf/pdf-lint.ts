import { PDFDict, type PDFObject, PDFRef } from 'pdf-lib';
import { ParsedPdf } from './parsed-pdf.ts';

/**
 * The rules of PDF/A-3a and PDF/UA-1 that a writer like ours can break, checked without Java in every test run. veraPDF
 * is the reference (`conformance.test.ts`); this finds the same kinds of fault where it is not installed.
 * Gives `clause what` with how often, sorted; nothing when nothing was found.
 */
export async function lintPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await ParsedPdf.read(bytes);
  const found = new Map<string, number>();
  const report = (what: string): void => void found.set(what, (found.get(what) ?? 0) + 1);
  lintCatalog(pdf, report);
  const parents = parentTree(pdf);
  lintStructure(pdf, report);
  for (const page of pdf.pages) {
    lintContent(pdf, page, parents, report);
    lintAnnotations(pdf, page, parents, report);
  }
  return [...found].map(([what, times]) => (times === 1 ? what : `${what} (${times} times)`)).toSorted();
}

type Report = (what: string) => void;

function lintCatalog(pdf: ParsedPdf, report: Report): void {
  const { catalog } = pdf;
  const require = (holds: boolean, what: string): void => {
    if (!holds) report(what);
  };
  require(pdf.trailerId !== undefined, 'A 6.1.3 no file identifier');
  require(pdf.plain(pdf.at(catalog, 'MarkInfo', 'Marked')) === true, 'A 6.7.2.2 not marked');
  require(pdf.plain(pdf.at(catalog, 'Lang')) === 'en', 'UA 7.2 no language');
  require(pdf.plain(pdf.at(catalog, 'ViewerPreferences', 'DisplayDocTitle')) === true, 'UA 7.1-10 title is not shown');
  const intent = pdf.items(pdf.at(catalog, 'OutputIntents'))[0];
  require(pdf.data(pdf.at(intent, 'DestOutputProfile')).length > 1000, 'A 6.2.4.3 no output intent');
  const xmp = pdf.data(pdf.at(catalog, 'Metadata')).toString('utf8');
  require(/<pdfaid:part>3<[^]*<pdfaid:conformance>A</.test(xmp), 'A 6.6.4 not declared');
  require(xmp.includes('<pdfuaid:part>1<'), 'UA 5 not declared');
  require(xmp.includes(
    '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<',
  ), 'A 6.6.2.3.1 no extension schema');
  require(/<dc:title>.*<rdf:li xml:lang="x-default">[^<]+</.test(xmp), 'UA 7.1-9 no title');
  require(!/&(?!amp;|lt;|gt;|quot;|#)/.test(xmp), 'A 6.6.2.1 XMP is not well-formed');
  for (const file of pdf
    .items(pdf.at(catalog, 'Names', 'EmbeddedFiles', 'Names'))
    .filter((_, index) => index % 2 === 1)) {
    for (const key of ['F', 'UF', 'AFRelationship', 'Desc'])
      require(pdf.at(file, key) !== undefined, `A 6.8 embedded file without ${key}`);
    require(String(pdf.plain(pdf.at(file, 'EF', 'F', 'Subtype'))).includes('/'), 'A 6.8 embedded file without type');
    require(pdf.items(pdf.at(catalog, 'AF')).includes(file), 'A 6.8 embedded file that is not associated');
  }
}

/** The elements by key: of a page in the order of its marked contents, of an annotation the one. */
function parentTree(pdf: ParsedPdf): Map<number, PDFObject[]> {
  const numbers = pdf.items(pdf.at(pdf.catalog, 'StructTreeRoot', 'ParentTree', 'Nums'));
  const tree = new Map<number, PDFObject[]>();
  for (let at = 0; at < numbers.length; at += 2) tree.set(Number(pdf.plain(numbers[at])), pdf.items(numbers[at + 1]));
  return tree;
}

/** Where each type of element may stand, where that is limited (ISO 32000-1, 14.8.4; ISO 14289-1, 7). */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody'],
  THead: ['Table'],
  TBody: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  Lbl: ['LI', 'TOCI'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  Caption: ['Table', 'TOC', 'Figure'],
};
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  Table: ['Caption', 'THead', 'TBody', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
  TOC: ['Caption', 'TOC', 'TOCI'],
};
const TYPES = new Set(
  'Document Sect Div H1 H2 H3 H4 H5 H6 P Span Code L LI Lbl LBody Table THead TBody TR TH TD Caption Figure Form Link Reference TOC TOCI'.split(
    ' ',
  ),
);

function lintStructure(pdf: ParsedPdf, report: Report): void {
  let heading = 0;
  const typeOf = (element: PDFObject): string | undefined => {
    const type = pdf.plain(pdf.at(element, 'S'));
    return typeof type === 'string' ? type : undefined;
  };
  const attribute = (element: PDFObject, key: string): string | number | boolean | undefined =>
    pdf
      .items(pdf.at(element, 'A'))
      .map((each) => pdf.plain(pdf.at(each, key)))
      .find((value) => value !== undefined);
  const childrenOf = (element: PDFObject): PDFObject[] =>
    pdf.items(pdf.at(element, 'K')).filter((kid) => typeOf(kid) !== undefined);
  const visit = (element: PDFObject, parent: string): void => {
    const type = typeOf(element) ?? '';
    if (!TYPES.has(type)) report(`UA 7.1-5 ${type} is no standard type`);
    const parents = PARENTS[type];
    if (parents !== undefined && !parents.includes(parent)) report(`UA 7.2 ${type} in ${parent}`);
    const allowed = CHILDREN[parent];
    if (allowed !== undefined && !allowed.includes(type)) report(`UA 7.2 ${type} in ${parent}`);
    if (type === 'Figure' || type === 'Form') {
      if (String(pdf.plain(pdf.at(element, 'Alt')) ?? '') === '') report(`UA 7.3-1 ${type} without alternative`);
      if (pdf.at(element, 'K') === undefined) report(`${type} without content`);
    }
    if (type === 'Figure' && pdf.items(pdf.at(pdf.items(pdf.at(element, 'A'))[0], 'BBox')).length !== 4)
      report('Figure without box');
    if (type === 'Form' && attribute(element, 'Role') === undefined) report('UA 7.18.4 Form without role');
    if (type === 'TH' && attribute(element, 'Scope') === undefined) report('UA 7.5 TH without scope');
    const level = /^H(\d)$/.exec(type)?.[1];
    if (level !== undefined) {
      if (Number(level) > heading + 1) report('UA 7.4.2 heading level left out');
      heading = Number(level);
    }
    if (type === 'Table') {
      const rows = childrenOf(element).flatMap((part) =>
        typeOf(part) === 'TR' ? [part] : typeOf(part) === 'Caption' ? [] : childrenOf(part),
      );
      const widths = rows.map((row) =>
        childrenOf(row).reduce((sum, cell) => sum + Number(attribute(cell, 'ColSpan') ?? 1), 0),
      );
      if (new Set(widths).size > 1) report(`UA 7.2-42 irregular table: ${[...new Set(widths)].join(', ')} cells`);
    }
    for (const kid of childrenOf(element)) visit(kid, type);
  };
  const root = pdf.at(pdf.catalog, 'StructTreeRoot');
  if (root === undefined) report('UA 7.1-11 no structure');
  for (const kid of pdf.items(pdf.at(root, 'K'))) visit(kid, 'StructTreeRoot');
}

/** What matters of a content stream: marks, strings (skipped), and what paints. */
const TOKENS =
  /\/(\w+)\s*(<<(?:[^<>]|<[^<]*?>)*>>)?\s*(BDC|BMC)\b|\((?:\\[^]|[^\\()])*\)|(?<![\w/])(EMC|BT|ET|Tj|Do|S|f)(?!\w)|\/(F\d+)\s/g;

function lintContent(pdf: ParsedPdf, page: PDFDict, parents: Map<number, PDFObject[]>, report: Report): void {
  if (pdf.plain(pdf.at(page, 'Tabs')) !== 'S') report('UA 7.18.3 tab order');
  const owners = parents.get(Number(pdf.plain(pdf.at(page, 'StructParents')))) ?? [];
  const fonts = new Set<string>();
  const open: string[] = [];
  let next = 0;
  for (const [, tag, properties, begin, operator, font] of pdf.content(page).matchAll(TOKENS)) {
    if (begin !== undefined) {
      if (open.length > 0) report('UA 7.1 marked content in marked content');
      open.push(tag ?? '');
      const mcid = /\/MCID (\d+)/.exec(properties ?? '')?.[1];
      if (mcid === undefined) {
        if (tag !== 'Artifact') report(`UA 7.1 ${tag} without owner`);
        continue;
      }
      const owner = owners[Number(mcid)];
      if (pdf.plain(pdf.at(owner, 'S')) !== tag) report('A 6.7 marked content whose owner is of another type');
      if (Number(mcid) === next) next += 1;
    } else if (operator === 'EMC') {
      if (open.pop() === undefined) report('unbalanced marked content');
    } else if (operator !== undefined && !['BT', 'ET'].includes(operator)) {
      if (open.length === 0) report('UA 7.1-3 content that is neither tagged nor an artifact');
    } else if (font !== undefined) fonts.add(font);
  }
  if (open.length > 0) report('unbalanced marked content');
  if (owners.some((owner) => !(owner instanceof PDFDict))) report('A 6.7 marked content without owner');
  const forms = pdf
    .keys(pdf.at(page, 'Resources', 'XObject'))
    .map((name) => pdf.at(page, 'Resources', 'XObject', name));
  const used = [
    ...[...fonts].map((name) => pdf.at(page, 'Resources', 'Font', name)),
    ...forms.flatMap((form) =>
      pdf.keys(pdf.at(form, 'Resources', 'Font')).map((name) => pdf.at(form, 'Resources', 'Font', name)),
    ),
  ];
  for (const font of new Set(used)) {
    const descendant = pdf.items(pdf.at(font, 'DescendantFonts'))[0];
    if (pdf.at(descendant, 'FontDescriptor', 'FontFile2') === undefined) report('A 6.2.11.4 font that is not embedded');
    if (pdf.at(font, 'ToUnicode') === undefined) report('A 6.2.11.7 font without a way back to Unicode');
  }
}

function lintAnnotations(pdf: ParsedPdf, page: PDFDict, parents: Map<number, PDFObject[]>, report: Report): void {
  for (const annotation of pdf.items(pdf.at(page, 'Annots'))) {
    if (pdf.plain(pdf.at(annotation, 'F')) !== 4) report('A 6.3.2 annotation that does not print');
    if (String(pdf.plain(pdf.at(annotation, 'Contents')) ?? '').trim() === '')
      report('UA 7.18.5-2 link without contents');
    const [owner] = parents.get(Number(pdf.plain(pdf.at(annotation, 'StructParent')))) ?? [];
    if (pdf.plain(pdf.at(owner, 'S')) !== 'Link') report('UA 7.18.5-1 annotation that is in no link');
    const back = pdf.items(pdf.at(owner, 'K')).some((kid) => pdf.at(kid, 'Obj') === annotation);
    if (!back) report('UA 7.18.5-1 link that does not know its annotation');
    if (!(pdf.raw(annotation as PDFDict, 'P') instanceof PDFRef)) report('annotation without page');
  }
}
