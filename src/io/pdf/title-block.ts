import type { Block, DocumentMeta } from '../../render/blocks.ts';
import { plain } from '../../render/blocks.ts';
import { blockPieces } from './block-layout.ts';
import type { Frame, LayoutContext } from './layout-context.ts';
import { instantText } from './page-furniture.ts';
import { type Piece, altered, textPiece } from './piece.ts';
import { setPlain } from './set-text.ts';
import { QUIET, TITLE, type TextStyle } from './style.ts';

const ORGANISATION: TextStyle = { role: 'text', size: 8.6, leading: 11.6, colour: QUIET };
const DOCUMENT_TITLE: TextStyle = { role: 'strong', size: 17, leading: 22, colour: TITLE };
const TYPE: TextStyle = { role: 'text', size: 11, leading: 15, colour: QUIET };

/** The head of page 1: whose document it is, what it is, its state – and first of all why it is a draft. */
export function titlePieces(context: LayoutContext, meta: DocumentMeta, frame: Frame): Piece[] {
  const line = (text: string, style: TextStyle, before: number): Piece =>
    textPiece(setPlain(context, text, style, frame.width), style, {
      x: frame.x,
      width: frame.width,
      before,
      keepWithNext: true,
      element: frame.element.child('P'),
    });
  const facts: Block = {
    kind: 'key-value',
    abreast: 2,
    entries: [
      ['Number', meta.number],
      ['Revision', meta.revision],
      ['Status', meta.status],
      ['Date of commit', instantText(meta.generated)],
      ['Package', `${meta.packageId} ${meta.packageVersion}`],
      ['Commit', `${meta.commit} (${meta.tree} tree)`],
    ].map(([label = '', value = '']) => ({ label, content: [{ kind: 'paragraph', content: plain(value) }] })),
  };
  const reasons: readonly Block[] =
    meta.status === 'DRAFT'
      ? [
          {
            kind: 'callout',
            tone: 'warn',
            title: plain('Draft: not for approval'),
            content: [
              {
                kind: 'list',
                ordered: false,
                items: meta.statusReasons.map((reason) => [{ kind: 'paragraph', content: plain(reason) }]),
              },
            ],
          },
        ]
      : [];
  return [
    line(`${meta.organisation} · ${meta.site}`, ORGANISATION, 0),
    line(meta.title, DOCUMENT_TITLE, 3),
    line(meta.documentType, TYPE, 1),
    ...blockPieces(context, [facts], frame).map((piece, index) =>
      index === 0 ? altered(piece, { before: 9 }) : piece,
    ),
    ...blockPieces(context, reasons, frame),
  ];
}
