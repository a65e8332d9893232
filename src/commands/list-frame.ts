import type { Workbench } from '../app/compose.ts';
import type { ListFrame } from '../app/list-findings.ts';
import { LIST_FORMATS } from './list-formats.ts';
import type { Output } from './output-formats.ts';

/** What lists for programs need besides findings; where the project lies in its repository is asked only when one is drawn. */
export async function listFrame(
  workbench: Workbench,
  command: ListFrame['command'],
  outputs: readonly Output<string>[],
): Promise<ListFrame> {
  const isList = outputs.some(({ format }) => LIST_FORMATS.some((name) => name === format));
  const inRepository = isList ? (await workbench.revisions.place()).inRepository : '';
  return { command, toolVersion: workbench.toolVersion, inRepository, digest: workbench.analysis.digest };
}
