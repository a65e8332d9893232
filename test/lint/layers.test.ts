import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file planted in a copy of the tree, and the rules that must speak about it: all of them, in order of lines. */
interface Planted {
  readonly file: string;
  readonly source: string;
  readonly expect: readonly string[];
}

const IMPORTS = 'eslint(no-restricted-imports)';
const GLOBALS = 'eslint(no-restricted-globals)';
const PROPERTIES = 'eslint(no-restricted-properties)';

/** Inside src/core, left may not import right; those of one rank may import each other. */
const RANKS: readonly (readonly string[])[] = [
  ['diagnostics'],
  ['source'],
  ['language'],
  ['model'],
  ['graph'],
  ['diff'],
  ['explore'],
  ['rules', 'impact', 'derive'],
  ['trace', 'report'],
  ['documents'],
  ['evidence'],
];

/** What each layer may import besides itself; `src/core` means all of its folders. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/render': ['src/core'],
  'src/io': [
    'src/core',
    'src/app/ports.ts',
    'src/render/blocks.ts',
    'src/render/figure-parts.ts',
    'src/render/layout-failure.ts',
    'src/render/lists/workbook-sheets.ts',
  ],
  'src/app': ['src/core', 'src/render'],
  'src/app/compose.ts': ['src/core', 'src/render', 'src/app', 'src/io'],
  'src/app/compose-evidence.ts': ['src/core', 'src/render', 'src/app', 'src/io'],
  'src/commands': ['src/core', 'src/render', 'src/app'],
  'src/index.ts': ['src/core', 'src/render', 'src/app'],
};

/** Ways of writing an import that must not get past the rules. */
function importing(specifier: string): readonly string[] {
  return [
    `import { planted } from '${specifier}';\nexport const used = planted;\n`,
    `import type { Planted } from '${specifier}';\nexport type Used = Planted;\n`,
    `export { planted } from '${specifier}';\n`,
    `export * from '${specifier}';\n`,
  ];
}

function plantedImports(folder: string, specifier: string, found: boolean): Planted[] {
  const name = specifier.replaceAll(/[^a-z0-9]+/g, '-');
  return importing(specifier).map((source, index) => ({
    file: `${folder}/${name}-${index}.ts`,
    source,
    expect: found ? [IMPORTS] : [],
  }));
}

function coreOrder(): Planted[] {
  const cases: Planted[] = [];
  for (const [rank, folders] of RANKS.entries()) {
    for (const from of folders) {
      for (const [otherRank, others] of RANKS.entries()) {
        for (const to of others) {
          if (to === from) continue;
          const found = otherRank > rank;
          cases.push(...plantedImports(`src/core/${from}`, `../${to}/x.ts`, found));
          cases.push(...plantedImports(`src/core/${from}/deeper`, `../../${to}/x.ts`, found));
        }
      }
      for (const layer of ['render', 'io', 'app', 'commands']) {
        cases.push(...plantedImports(`src/core/${from}`, `../../${layer}/x.ts`, true));
      }
      for (const library of [
        'node:fs',
        'node:fs/promises',
        'fs',
        'handlebars',
        'simple-git',
        'pdfkit',
        '@oclif/core',
      ]) {
        cases.push(...plantedImports(`src/core/${from}`, library, true));
      }
      for (const library of ['yaml', 'ajv/dist/2020.js', 'diff', 'fraction.js', 'canonicalize']) {
        cases.push(...plantedImports(`src/core/${from}`, library, false));
      }
    }
  }
  return cases;
}

const outerLayers: readonly Planted[] = [
  ...plantedImports('src/render', '../core/model/x.ts', false),
  ...plantedImports('src/render', 'handlebars', false),
  ...plantedImports('src/render', 'markdown-it', false),
  ...plantedImports('src/render', 'node:fs', true),
  ...plantedImports('src/render', 'pdfkit', true),
  ...plantedImports('src/render', '../io/x.ts', true),
  ...plantedImports('src/render/diagnostics', '../../app/x.ts', true),
  ...plantedImports('src/render', '../commands/x.ts', true),

  ...plantedImports('src/io', '../core/model/x.ts', false),
  ...plantedImports('src/io', '../app/ports.ts', false),
  ...plantedImports('src/io/git', '../../render/blocks.ts', false),
  ...plantedImports('src/io', '../render/lists/workbook-sheets.ts', false),
  ...plantedImports('src/io', '../render/lists/csv.ts', true),
  ...plantedImports('src/io', 'fflate', false),
  ...plantedImports('src/io', 'write-excel-file/node', false),
  ...plantedImports('src/app', 'write-excel-file/node', true),
  ...plantedImports('src/io/pdf', '../../render/figure-parts.ts', false),
  ...plantedImports('src/io', 'node:fs/promises', false),
  ...plantedImports('src/io', 'pdfkit', false),
  ...plantedImports('src/io', 'simple-git', false),
  ...plantedImports('src/io', 'node:https', true),
  ...plantedImports('src/io', 'node:net', true),
  ...plantedImports('src/io', 'yaml', true),
  ...plantedImports('src/io', '../app/check-project.ts', true),
  ...plantedImports('src/io', '../render/template.ts', true),
  ...plantedImports('src/io', '../commands/x.ts', true),

  ...plantedImports('src/app', '../core/model/x.ts', false),
  ...plantedImports('src/app', '../render/x.ts', false),
  ...plantedImports('src/app', '../io/x.ts', true),
  ...plantedImports('src/app/deeper', '../../io/x.ts', true),
  ...plantedImports('src/app', '../commands/x.ts', true),
  ...plantedImports('src/app', 'node:fs', true),
  ...plantedImports('src/app', 'pdfkit', true),

  ...plantedImports('src/commands', '../app/x.ts', false),
  ...plantedImports('src/commands', '../render/x.ts', false),
  ...plantedImports('src/commands', '../core/diagnostics/x.ts', false),
  ...plantedImports('src/commands', '@oclif/core', false),
  ...plantedImports('src/commands', '../io/x.ts', true),
  ...plantedImports('src/commands/templates', '../../io/x.ts', true),
  ...plantedImports('src/commands', 'node:fs', true),
  ...plantedImports('src/commands', 'pdfkit', true),

  { file: 'src/app/compose.ts', source: "export { planted } from '../io/x.ts';\n", expect: [] },
  { file: 'src/index.ts', source: "export { planted } from './io/x.ts';\n", expect: [IMPORTS] },
];

/** One line each: what makes a result depend on the machine, the moment or chance. */
const impureLines: Readonly<Record<string, string>> = {
  'export const now = new Date();': GLOBALS,
  'export const instant = Date.now();': GLOBALS,
  'export const hidden = globalThis.Date;': GLOBALS,
  'export const environment = process.env;': GLOBALS,
  "export const money = new Intl.NumberFormat('en');": GLOBALS,
  'export const elapsed = performance.now();': GLOBALS,
  "export const bytes = Buffer.from('x');": GLOBALS,
  "export const page = fetch('x');": GLOBALS,
  'export const chance = Math.random();': PROPERTIES,
  "export const order = 'a'.localeCompare('b');": PROPERTIES,
  "export const loud = 'i'.toLocaleUpperCase();": PROPERTIES,
  "export const quiet = 'I'.toLocaleLowerCase();": PROPERTIES,
  'export const number = (1).toLocaleString();': PROPERTIES,
};

const impurities: readonly Planted[] = ['src/core/derive', 'src/render', 'src/app'].flatMap((folder) =>
  Object.entries(impureLines).map(([line, rule], index) => ({
    file: `${folder}/impure-${index}.ts`,
    source: `${line}\n`,
    expect: [rule],
  })),
);

const everywhere: readonly Planted[] = [
  { file: 'src/io/clock.ts', source: 'export const now = Date.now();\n', expect: [] },
  { file: 'src/io/order.ts', source: "export const order = 'a'.localeCompare('b');\n", expect: [PROPERTIES] },
  { file: 'src/io/talk.ts', source: "console.log('said');\n", expect: ['eslint(no-console)'] },
  { file: 'src/commands/talk.ts', source: "console.error('said');\n", expect: ['eslint(no-console)'] },
  { file: 'src/app/any.ts', source: 'export const any: any = 1;\n', expect: ['typescript(no-explicit-any)'] },
  { file: 'src/app/loose.ts', source: 'export const loose = (a: unknown) => a == 0;\n', expect: ['eslint(eqeqeq)'] },
  {
    file: 'src/core/model/value-import.ts',
    source: "import { Only } from './only.ts';\nexport type Used = Only;\n",
    expect: ['typescript(consistent-type-imports)'],
  },
  { file: 'src/core/model/only.ts', source: 'export interface Only {\n  readonly a: 1;\n}\n', expect: [] },
  {
    file: 'src/io/floating.ts',
    source: 'async function work(): Promise<void> {}\nexport function start(): void {\n  work();\n}\n',
    expect: ['typescript(no-floating-promises)'],
  },
  {
    file: 'src/core/model/switch.ts',
    source:
      "export function say(word: 'add' | 'remove'): string {\n  switch (word) {\n    case 'add':\n      return 'a';\n  }\n  return '';\n}\n",
    expect: ['typescript(switch-exhaustiveness-check)'],
  },
  {
    file: 'src/core/model/ring-a.ts',
    source: "import { b } from './ring-b.ts';\nexport const a = (): number => b();\n",
    expect: ['import(no-cycle)'],
  },
  {
    file: 'src/core/model/ring-b.ts',
    source: "import { a } from './ring-a.ts';\nexport const b = (): number => a();\n",
    expect: ['import(no-cycle)'],
  },
  { file: 'src/core/model/long.ts', source: 'export {};\n'.repeat(401), expect: ['eslint(max-lines)'] },
];

const planted: readonly Planted[] = [...coreOrder(), ...outerLayers, ...impurities, ...everywhere];

describe('the lint configuration', () => {
  let folder: string;
  let found: Map<string, string[]>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-lint-'));
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const { file, source } of planted) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), source);
    }
    found = oxlint(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('plants no file twice', () => {
    expect(new Set(planted.map(({ file }) => file)).size).toBe(planted.length);
  });

  it('finds the forbidden imports inside src/core, and only those', () => assertFound(coreOrder()));
  it('finds the forbidden imports between the layers, and only those', () => assertFound(outerLayers));
  it('finds what makes a result depend on machine, moment or chance', () => assertFound(impurities));
  it('finds the rest of what the conventions forbid', () => assertFound(everywhere));

  function assertFound(cases: readonly Planted[]): void {
    const expected = cases.filter((each) => each.expect.length > 0).map((each) => [each.file, each.expect]);
    const actual = cases.filter((each) => found.has(each.file)).map((each) => [each.file, found.get(each.file)]);
    expect(actual).toEqual(expected);
  }
});

describe('the tree itself', () => {
  // A second fence: it resolves the imports, dynamic ones too, where the lint rules read only how they are spelt.
  it('has no import against the layers', () => {
    const wrong: string[] = [];
    for (const file of sourceFiles('src')) {
      for (const specifier of importedBy(file)) {
        if (!specifier.startsWith('.')) continue;
        const target = posix.join(posix.dirname(file), specifier);
        if (!allowed(file, target)) wrong.push(`${file} -> ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('imports nothing at run time from the pure layers: they are synchronous', () => {
    const lazy = sourceFiles('src')
      .filter((file) => /^src\/(core|render)\//.test(file))
      .filter((file) => /(^|[^.\w])import\s*\(/m.test(withoutComments(readFileSync(join(root, file), 'utf8'))));
    expect(lazy).toEqual([]);
  });
});

function oxlint(folder: string): Map<string, string[]> {
  const run = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const report: unknown = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')));
  const { diagnostics } = report as {
    diagnostics: { code: string; filename: string; labels: { span: { offset: number } }[] }[];
  };
  const found = new Map<string, string[]>();
  const ordered = diagnostics.toSorted((a, b) => (a.labels[0]?.span.offset ?? 0) - (b.labels[0]?.span.offset ?? 0));
  for (const { code, filename } of ordered) {
    const file = filename.replaceAll('\\', '/');
    found.set(file, [...(found.get(file) ?? []), code]);
  }
  return found;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? sourceFiles(path) : path.endsWith('.ts') ? [path] : [];
    })
    .toSorted();
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function importedBy(file: string): string[] {
  const source = withoutComments(readFileSync(join(root, file), 'utf8'));
  const specifiers = source.matchAll(/(?:^|[^.\w])(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/gm);
  return [...specifiers].map((match) => match[1] ?? '');
}

/** The part of a path that has a place in the order of layers. */
function layerOf(file: string): string {
  if (file in LAYERS) return file;
  return file.split('/').slice(0, 2).join('/');
}

function allowed(file: string, target: string): boolean {
  const from = layerOf(file);
  const to = layerOf(target);
  if (from === 'src/core' && to === 'src/core') return rankOf(target) <= rankOf(file);
  const [folder = ''] = target.match(/^src\/[^/]+/) ?? [];
  if (from === to || from === folder) return true;
  const reachable = LAYERS[from] ?? [];
  return [to, folder, target].some((each) => reachable.includes(each));
}

function rankOf(file: string): number {
  const folder = file.split('/')[2] ?? '';
  return RANKS.findIndex((folders) => folders.includes(folder));
}
