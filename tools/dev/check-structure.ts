// Part of `npm run check`: keeps folders small, their imports in one direction, and what docs say of files true.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

const root = join(import.meta.dirname, '..', '..');
const mostFiles = 40;
const aboutTheProject = /^(tests|bench|tools|docs)\//;

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n');
const sources = tracked.filter(
  (file) => /\.tsx?$/.test(file) && !aboutTheProject.test(file) && existsSync(join(root, file)),
);

const faults = [...crowdedFolders(), ...mutualImports(), ...lostPaths()];
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;

function crowdedFolders(): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of sources) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > mostFiles)
    .map(
      ([folder, count]) =>
        `${folder}/ holds ${count} files of its own; more than ${mostFiles} hide what belongs together. Give a family a folder.`,
    );
}

/** Two folders of which neither contains the other and that import from each other, by the first file of each side. */
function mutualImports(): readonly string[] {
  const known = new Set(sources);
  const imports = new Map<string, string>();
  for (const file of sources) {
    for (const target of importedFiles(file)) {
      const [from, to] = [dirname(file), dirname(target)];
      if (known.has(target) && !contains(from, to) && !contains(to, from))
        imports.set(`${from} ${to}`, imports.get(`${from} ${to}`) ?? `${file} imports ${target}`);
    }
  }
  return [...imports].flatMap(([key, example]) => {
    const [from, to] = key.split(' ') as [string, string];
    const back = imports.get(`${to} ${from}`);
    return back === undefined || from > to
      ? []
      : [`${from}/ and ${to}/ import each other: ${example}, and ${back}.`];
  });
}

/** Files that the documents name and that are not there. */
function lostPaths(): readonly string[] {
  const documents = tracked.filter((file) => /^(docs\/.*|[^/]+)\.md$/.test(file));
  return documents
    .filter((document) => existsSync(join(root, document)))
    .flatMap((document) => {
      const text = readFileSync(join(root, document), 'utf8');
      const named = text.matchAll(/`([a-z][\w-]*\/[\w./-]*\.(?:tsx?|js))`/g);
      const linked = text.matchAll(/\]\(([\w./-]+\.\w+)(?:#[^)]*)?\)/g);
      const paths = [
        ...[...named].map(([, path]) => path!),
        ...[...linked].map(([, path]) => join(dirname(document), path!)),
      ];
      return [...new Set(paths)]
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${document} names ${path}, which does not exist.`);
    });
}

function importedFiles(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from |import\()'(\.\.?\/[^']+)'/g)].map(([, path]) =>
    normalize(join(dirname(file), path!)),
  );
}

function contains(folder: string, other: string): boolean {
  return other === folder || other.startsWith(`${folder}/`);
}
