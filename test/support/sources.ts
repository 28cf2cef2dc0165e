import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(__dirname, '../..');

export interface SourceFile {
  /** From the project's root, with slashes: `src/law/calendar.ts`. */
  path: string;
  text: string;
}

const IGNORED = new Set(['node_modules', 'dist', '.data', '.cache', 'coverage']);

/** All files under a folder of the project whose name matches. */
export function sourcesIn(folder: string, name = /\.tsx?$/): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (!IGNORED.has(entry.name)) walk(path);
      } else if (name.test(entry.name)) {
        files.push({ path: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') });
      }
    }
  };
  walk(join(ROOT, folder));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The program's own files: no specs. */
export const programSources = (): SourceFile[] =>
  sourcesIn('src').filter(({ path }) => !path.endsWith('.spec.ts'));

export function parse({ path, text }: SourceFile): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

/** Strings an expression can be: a literal, or the branches of a conditional. */
export function stringsOf(node: ts.Expression | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...stringsOf(node.whenTrue), ...stringsOf(node.whenFalse)];
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return stringsOf(node.expression);
  if (ts.isBinaryExpression(node)) return [...stringsOf(node.left), ...stringsOf(node.right)];
  return [];
}
