import type { Heading } from '../../render/blocks.ts';
import type { DocumentOutline } from './document-outline.ts';
import type { TextContext } from './set-text.ts';
import type { StructureElement } from './structure.ts';
import type { TextStyle } from './style.ts';

/** Where a heading came to stand. */
export interface HeadingPlace {
  /** Counted from 0. */
  readonly page: number;
  /** Number of the page object. */
  readonly pageObject: number;
  readonly top: number;
}

/** What the layout of every block shares. */
export interface LayoutContext extends TextContext {
  readonly outline: DocumentOutline;
  readonly places: Map<Heading, HeadingPlace>;
  /** Work that needs all pages: the page numbers of the contents. */
  readonly afterLayout: (() => void)[];
}

/** The column in which blocks stand, and the style of its running text. */
export interface Frame {
  /** The structure element that the blocks stand in. */
  readonly element: StructureElement;
  readonly x: number;
  readonly width: number;
  readonly style: TextStyle;
  /** Space between paragraphs. */
  readonly gap: number;
  /** How deep in lists. */
  readonly depth: number;
}
