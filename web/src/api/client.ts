import createClient, { type Middleware } from 'openapi-fetch';
import { NetworkProblem, isProblem, problemOf } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

let csrfToken = '';
let language = 'zh-CN';

export function keepToken(token: string): void {
  csrfToken = token;
}

export function speak(locale: string): void {
  language = locale;
}

/** Headers every request carries, those that openapi-fetch does not make (uploads) included. */
export function commonHeaders(): Record<string, string> {
  return { 'accept-language': language, 'x-csrf-token': csrfToken };
}

const house: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(commonHeaders())) request.headers.set(name, value);
    return request;
  },
};

/**
 * Another tab may have signed in or out: the token then belongs to a cookie that is gone. Nothing was done by the
 * server, so the same request goes out once more with the token of now.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  let response: Response;
  try {
    response = await fetch(request);
    if (response.status === 403 && isProblem(await problemOf(response.clone()), 'auth.csrf')) {
      const session = (await (await fetch('/api/session')).json()) as Schemas['SessionDto'];
      csrfToken = session.csrfToken;
      again.headers.set('x-csrf-token', csrfToken);
      response = await fetch(again);
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NetworkProblem(error);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export const api = createClient<paths>({ baseUrl: '', fetch: send });
api.use(house);

/** The body of an answer. Failures have already been thrown as `ApiProblem` or `NetworkProblem`. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
