import { posix } from 'node:path';
import ts from 'typescript';
import { parse, type SourceFile } from './sources';

export interface Import {
  /** A path from the project's root without ending, or the name of a package. */
  to: string;
  isPackage: boolean;
  /** Gone after compiling. */
  isTypeOnly: boolean;
  names: readonly string[];
}

/** Modules from the ground up: one may import what stands lower. Those of equal height do not know each other. */
const HEIGHT: Record<string, number> = {
  reference: 0,
  identity: 1,
  timeline: 2,
  documents: 3,
  deadlines: 3,
  cases: 4,
  delivery: 5,
  evidence: 5,
  tribunals: 5,
  hearings: 6,
  mediation: 7,
  awards: 8,
  motions: 9,
  // They subscribe and read; nobody imports them.
  agenda: 10,
  archives: 10,
  notifications: 10,
  statistics: 10,
};

const PURE = /\.(lifecycle|policy|events)\.ts$/;
const LAW_MAY_USE = /^src\/(law\/|kernel\/(money|local-date|period)$)/;
/** Texts of the law are one set of files for server and client. */
const LAW_TEXTS = /^web\/src\/i18n\/law\.(zh-CN|zh-TW|en)\.json$/;
const EXCEPTIONS =
  /^(Http|BadRequest|Unauthorized|Forbidden|NotFound|Conflict|Gone|UnprocessableEntity|InternalServerError)Exception$/;

/** Everything that breaks the rules of design.md §3, one line each. */
export function violations(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  return [
    ...files.flatMap((file) => [
      ...(imports.get(file.path) ?? []).flatMap((each) => {
        const problem = refusal(file.path, each);
        return problem === null ? [] : [`${file.path} imports ${each.to}: ${problem}`];
      }),
      ...shapeProblems(file),
    ]),
    ...cycles(imports).map((cycle) => `import cycle: ${cycle.join(' → ')}`),
  ];
}

export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, isTypeOnly: boolean, names: readonly string[]): void => {
    const isPackage = !specifier.startsWith('.');
    const to = isPackage ? specifier : posix.normalize(posix.join(posix.dirname(file.path), specifier));
    found.push({ to, isPackage, isTypeOnly, names });
  };
  for (const node of parse(file).statements) {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const bindings = node.importClause?.namedBindings;
      const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
      const isTypeOnly =
        node.importClause?.isTypeOnly === true ||
        (elements.length > 0 && !node.importClause?.name && elements.every((each) => each.isTypeOnly));
      add(
        node.moduleSpecifier.text,
        isTypeOnly,
        elements.map((each) => (each.propertyName ?? each.name).text),
      );
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly, []);
    } else if (ts.isImportEqualsDeclaration(node)) {
      const reference = node.moduleReference;
      if (ts.isExternalModuleReference(reference) && ts.isStringLiteral(reference.expression)) {
        add(reference.expression.text, false, []);
      }
    }
  }
  return found;
}

const roomOf = (path: string): string => /^src\/modules\/([^/]+)/.exec(path)?.[1] ?? '';

function refusal(from: string, target: Import): string | null {
  const { to, isPackage } = target;
  if (from.startsWith('migrations/')) {
    return to === 'typeorm' ? null : 'migrations import typeorm only';
  }
  if (from.startsWith('web/')) {
    return isPackage || to.startsWith('web/')
      ? null
      : 'the client knows the server by its generated types only';
  }
  const isException = to === '@nestjs/common' && target.names.some((name) => EXCEPTIONS.test(name));
  if (isException && !from.startsWith('src/platform/http/'))
    return 'only platform/http knows HTTP exceptions';
  if (PURE.test(from)) return refusalForPure(from, target);
  if (from.startsWith('src/law/')) {
    return !isPackage && LAW_MAY_USE.test(to)
      ? null
      : 'the law imports law, money, local-date and period only';
  }
  if (from.startsWith('src/kernel/')) {
    return !isPackage && to.startsWith('src/kernel/') ? null : 'the kernel imports the kernel only';
  }
  if (isPackage) return null;
  if (from.startsWith('src/config/')) {
    return to.startsWith('src/config/') ? null : 'settings depend on nothing';
  }
  if (from.startsWith('src/platform/')) {
    const isAllowed = /^src\/(platform|kernel|config)\//.test(to) || LAW_TEXTS.test(to);
    return isAllowed ? null : 'the platform imports platform, kernel and settings only';
  }
  if (from.startsWith('src/modules/')) return refusalForModule(from, to);
  if (from.startsWith('src/demo/')) {
    const isFace = /^src\/modules\/[^/]+$/.test(to);
    const isAllowed = isFace || /^src\/(demo|platform|kernel|law|config)\//.test(to);
    return isAllowed ? null : 'the demonstration uses the public faces of modules only';
  }
  // main, worker, cli and app.module put everything together, and meet modules at their faces.
  const room = roomOf(to);
  return room === '' || to === `src/modules/${room}` ? null : 'a module is entered through its index';
}

function refusalForPure(from: string, { to, isPackage, isTypeOnly }: Import): string | null {
  if (isPackage) return 'lifecycles, policies and events are pure: no packages';
  if (/^src\/(kernel|law)\//.test(to)) return null;
  const isOwnType = isTypeOnly && roomOf(from) === roomOf(to) && roomOf(to) !== '';
  const isPureNeighbour = roomOf(from) === roomOf(to) && PURE.test(`${to}.ts`);
  return isOwnType || isPureNeighbour
    ? null
    : 'lifecycles, policies and events use kernel, law and own types only';
}

function refusalForModule(from: string, to: string): string | null {
  const room = roomOf(from);
  if (!(room in HEIGHT)) return `the module ${room} has no place in the order of modules`;
  if (/^src\/(platform|kernel|law|config)\//.test(to)) return null;
  const other = roomOf(to);
  if (other === '') return 'a module imports modules below it, platform, kernel and law only';
  if (other === room) return null;
  if (to !== `src/modules/${other}`) return 'a module is entered through its index';
  const [own, theirs] = [HEIGHT[room] ?? -1, HEIGHT[other] ?? Infinity];
  return theirs < own ? null : `${other} does not stand below ${room}`;
}

function shapeProblems(file: SourceFile): string[] {
  if (!file.path.startsWith('src/')) return [];
  const problems: string[] = [];
  const { statements } = parse(file);
  const isBarrel =
    statements.length > 0 && statements.every((node) => ts.isExportDeclaration(node) && node.moduleSpecifier);
  const isFace = /^src\/modules\/[^/]+\/index\.ts$/.test(file.path);
  if (isBarrel && !isFace) problems.push(`${file.path}: a barrel; only modules have a face`);
  if (isFace && !isBarrel) problems.push(`${file.path}: the face of a module only exports`);
  if (/\bforwardRef\b/.test(file.text)) problems.push(`${file.path}: forwardRef hides a cycle`);
  if (file.path.startsWith('src/law/')) {
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.|\bconsole\.|\basync\b|\bawait\b/.exec(
        file.text,
      );
    if (impure) problems.push(`${file.path}: the law reads no clock and waits for nothing (${impure[0]})`);
  }
  return problems;
}

/** Cycles of imports that remain after compiling. */
function cycles(imports: ReadonlyMap<string, readonly Import[]>): string[][] {
  const fileOf = (to: string): string | undefined =>
    [to, `${to}.ts`, `${to}.tsx`, `${to}/index.ts`].find((path) => imports.has(path));
  const next = (path: string): string[] =>
    (imports.get(path) ?? []).flatMap(({ to, isPackage, isTypeOnly }) => {
      const file = isPackage || isTypeOnly ? undefined : fileOf(to);
      return file === undefined ? [] : [file];
    });
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    for (const each of next(path)) walk(each, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return found;
}
