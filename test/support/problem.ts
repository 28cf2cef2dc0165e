import type { Reply } from '../../src/demo/person';
import type { Problem } from '../../src/platform/http/problem.filter';

/** The problem in an answer that must be one (RFC 9457), with the status and code it must have. */
export function problemOf(reply: Reply<unknown>, status: number, code: string): Problem {
  const problem = reply.body as Problem;
  expect({ status: reply.status, code: problem.code }).toEqual({ status, code });
  expect(reply.headers['content-type']).toContain('application/problem+json');
  expect(problem.detail).not.toMatch(/\{\w+\}|undefined/);
  return problem;
}

/** Pointers and codes of the fields in question, in a line each. */
export function fieldsOf(problem: Problem): string[] {
  return problem.errors.map(({ pointer, code }) => `${pointer} ${code}`);
}
