import type { Location } from '../core/diagnostics/location.ts';
import type { ShownPlace } from '../core/report/explanation.ts';
import { decodeSpecText } from '../core/source/decode.ts';
import type { SourceRevision } from '../core/source/source-file.ts';

/** Places with the text of their files; one whose file cannot be shown is left out. */
export function shownPlaces(
  places: readonly (Location | undefined)[],
  revisions: readonly SourceRevision[],
): readonly ShownPlace[] {
  return places.flatMap((at) => {
    const revision = revisions.find(({ identity }) => identity.label === at?.revision);
    const file = revision?.files.find((one) => one.file === at?.file);
    if (at === undefined || revision === undefined || file === undefined) return [];
    const decoded = decodeSpecText(file.bytes, revision.identity.label, file.file);
    return decoded.diagnostics.length > 0 ? [] : [{ at, text: decoded.text }];
  });
}
