import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

import { shellWord } from '../../../src/render/text/shell-word.ts';

describe('a word for a shell', () => {
  it('stands bare where the shell leaves it alone', () => {
    expect(shellWord('countersign-demo/northmoor')).toBe('countersign-demo/northmoor');
  });

  it
    .runIf(process.platform !== 'win32')
    .each(['two words', "it's", '$HOME `id` $(id)', 'a;b&c|d', '*', '', '~', '-x', 'ü'])(
    'is one word with the same letters: %j',
    (word) => {
      expect(execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' })).toBe(word);
    },
  );

  it('moves no cursor', () => {
    expect(shellWord('a\u001b[2J')).toBe(String.raw`'a\u001b[2J'`);
  });
});
