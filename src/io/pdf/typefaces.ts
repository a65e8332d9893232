import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Face } from './face.ts';
import type { FontFile } from './font-file.ts';
import type { Doc } from './pdfkit-document.ts';

/** The roles that a face plays in a document. */
export type FaceRole = 'text' | 'strong' | 'emphasis' | 'strong-emphasis' | 'code' | 'code-strong';

/** First file of a chain is the face itself; the others lend characters that it lacks. */
const CHAINS: Readonly<Record<FaceRole, readonly [string, ...string[]]>> = {
  text: ['DejaVuSansCondensed', 'DejaVuSans'],
  strong: ['DejaVuSansCondensed-Bold', 'DejaVuSans-Bold', 'DejaVuSans'],
  emphasis: ['DejaVuSansCondensed-Oblique', 'DejaVuSans-Oblique', 'DejaVuSans'],
  'strong-emphasis': ['DejaVuSansCondensed-BoldOblique', 'DejaVuSans-Bold', 'DejaVuSans'],
  code: ['DejaVuSansMono', 'DejaVuSans'],
  'code-strong': ['DejaVuSansMono-Bold', 'DejaVuSans-Bold', 'DejaVuSans'],
};

/** Opens a face when it is first asked for. */
export interface Typefaces {
  face(role: FaceRole): Face;
  /** The file of the draft mark. */
  display(): FontFile;
}

/** The DejaVu family (free licence of Bitstream Vera and Arev), which covers every technical sign of a specification. */
export function openTypefaces(doc: Doc): Typefaces {
  const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
  const files = new Map<string, FontFile>();
  const faces = new Map<FaceRole, Face>();
  const open = (name: string): FontFile => {
    const known = files.get(name) ?? doc.openFont(join(folder, `${name}.ttf`));
    files.set(name, known);
    return known;
  };
  return {
    face(role) {
      const chain = CHAINS[role];
      const known =
        faces.get(role) ?? new Face([() => open(chain[0]), ...chain.slice(1).map((name) => () => open(name))]);
      faces.set(role, known);
      return known;
    },
    display: () => open('DejaVuSans-Bold'),
  };
}
