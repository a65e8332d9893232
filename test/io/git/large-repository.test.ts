import { describe, expect, it } from 'vitest';
import { countingGit, git, initRepository, projectFile, readRange, scratchFolder } from './scratch-repository.ts';

const scratch = scratchFolder();

describe('a repository of 5,000 spec files', () => {
  it('is read with the same few processes as a small one, and shared files are read once', async () => {
    const folder = initRepository(scratch.path('large'));
    const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const specs = Array.from({ length: 5000 }, (_, index) => {
      const text = `requirements:\n${Array.from({ length: 20 }, (_, line) => `  R-${index}-${line}: {text: "Requirement ${line} of file ${index}, as long as one is."}\n`).join('')}`;
      return `M 100644 inline specs/area-${index % 50}/file-${index}.yaml\n${data(text)}`;
    });
    const commit = (seconds: number, subject: string) =>
      `commit refs/heads/main\ncommitter A <a@b> ${seconds} +0000\n${data(subject)}`;
    const first = `${commit(1_800_000_000, 'First')}M 100644 inline countersign.yaml\n${data(projectFile('PLANT'))}${specs.join('')}`;
    const second = `${commit(1_800_000_001, 'Second')}M 100644 inline specs/area-0/file-0.yaml\n${data('requirements: {}\n')}`;
    git(folder, ['fast-import', '--quiet'], { input: `${first}\n${second}\n` });
    git(folder, ['checkout', '--quiet', 'main']);

    const started = performance.now();
    const { result, calls } = await countingGit(scratch.path('count-large'), () => readRange(folder, 'main~1..main'));
    const both = performance.now() - started;
    expect(calls.length).toBe(7);
    expect([result.base.files.length, result.head.files.length]).toEqual([5001, 5001]);
    const contents = new Map(result.head.files.map(({ contentId, bytes }) => [contentId, bytes]));
    expect(result.base.files.filter(({ contentId, bytes }) => contents.get(contentId) === bytes).length).toBe(5000);

    const again = performance.now();
    const worktree = await readRange(folder, 'main~1..WORKTREE');
    expect(worktree.head.identity.modified).toBe(false);
    const disk = performance.now() - again;
    // Two revisions of 8 MB each: 0.4 s and 0.5 s when this was written. The bound is generous, as other programs may run beside.
    expect([both, disk].every((milliseconds) => milliseconds < 10_000)).toBe(true);
  });
});
