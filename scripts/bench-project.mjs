// The generated project of scripts/bench-diff.mjs: interfaces with thirty mapped fields each, a lifecycle for each fourth.
import { spawnSync } from 'node:child_process';

const FIELDS = 30;

/**
 * Two commits of a project. The second changes so many files throughout or, `spread`, every hundredth field wherever it
 * stands.
 */
export function writeProject(folder, { interfaces, changed, spread }) {
  git(folder, ['init', '--quiet', '--template=', '--initial-branch=main']);
  const before = projectFiles(interfaces, () => false);
  const after = projectFiles(interfaces, (index, nr) => (spread ? (index * FIELDS + nr) % 100 === 0 : index < changed));
  const commits = [before, after].map(commitStream);
  const input = Buffer.concat([...commits, Buffer.from('done\n')]);
  git(folder, ['fast-import', '--quiet', '--done', '--date-format=raw'], input);
  git(folder, ['reset', '--quiet', '--hard', 'main']);
}

function projectFiles(interfaces, isChanged) {
  const objects = Math.ceil(interfaces / 5);
  const systems = Math.ceil(interfaces / 10) + 1;
  const lifecycles = Math.ceil(interfaces / 4);
  const files = new Map();
  files.set(
    'countersign.yaml',
    'language: 1\npackage: {id: LARGE, title: Large project, version: "1"}\nprofile: sketch\n',
  );
  files.set(
    'specs/systems.yaml',
    `systems:\n${lines(systems, (index) => `  SYS-${index}: {title: System ${index}}\n`)}`,
  );
  files.set('specs/roles.yaml', 'roles:\n  QA: {title: Quality assurance}\n  OPERATOR: {title: Operator}\n');
  for (let index = 0; index < objects; index += 1) {
    const field = (nr) => `      f${nr}: {type: string, length: ${10 + (nr % 30)}}\n`;
    files.set(`specs/objects/OBJ-${index}.yaml`, `objects:\n  OBJ-${index}:\n    fields:\n${lines(FIELDS, field)}`);
  }
  for (let index = 0; index < interfaces; index += 1) {
    const field = (nr) => mappedField(`OBJ-${index % objects}`, nr, isChanged(index, nr));
    files.set(
      `specs/interfaces/IF-${index}.yaml`,
      `interfaces:\n  IF-${index}:\n    from: SYS-${index % systems}\n    to: SYS-${(index + 1) % systems}\n` +
        `    pattern: event\n    fields:\n${lines(FIELDS, field)}`,
    );
  }
  for (let index = 0; index < lifecycles; index += 1)
    files.set(`specs/lifecycles/LC-${index}.yaml`, lifecycle(index, `OBJ-${index % objects}`, isChanged(index * 4, 0)));
  return files;
}

/** In turn its length, its title, its target differ. */
function mappedField(object, nr, isChanged) {
  const differs = isChanged ? nr % 3 : undefined;
  const length = 40 + (differs === 0 ? 20 : 0);
  const title = `Value ${nr}${differs === 1 ? ' as sent' : ''}`;
  const target = `/message/body/part[${nr}]/${differs === 2 ? 'amount' : 'value'}`;
  return `      m${nr}: {title: ${title}, from: ${object}.f${nr}, to: "${target}", type: string, length: ${length}, required: ${nr % 3 === 0}}\n`;
}

function lifecycle(index, object, isChanged) {
  const id = `LC-${index}`;
  const step = (nr) =>
    `      T${nr}: {from: S${nr}, to: S${nr + 1}, by: ${nr % 2 === 0 ? 'QA' : 'OPERATOR'}, when: {${id}: [S${nr}${isChanged ? '' : `, S${nr + 1}`}]}}\n`;
  return (
    `lifecycles:\n  ${id}:\n    object: ${object}\n    initial: S0\n    states:\n` +
    `${lines(8, (nr) => `      S${nr}: ${nr === 7 ? 'terminal' : 'active'}\n`)}    transitions:\n${lines(7, step)}`
  );
}

function lines(count, line) {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

function commitStream(files) {
  const parts = [
    `commit refs/heads/main\ncommitter Bench <bench@example.org> 1767225600 +0000\n`,
    data('State'),
    'deleteall\n',
  ];
  for (const [path, text] of files) parts.push(`M 100644 inline ${path}\n`, data(text));
  return Buffer.from(`${parts.join('')}\n`);
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function git(folder, args, input) {
  const { status, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}
