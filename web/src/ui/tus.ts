import { api, body, commonHeaders, type Schemas } from '../api/client';
import { ApiProblem, NetworkProblem } from '../api/problem';

const CHUNK = 1024 * 1024;
const TRIES = 4;

export type StoredFile = Schemas['StoredFileDto'];

/** What is remembered of an upload under way, so that it goes on after a lost connection or a reload. */
interface Remembered {
  url: string;
  name: string;
  size: number;
  lastModified: number;
}

/** Uploads under way for one draft or answer, kept in this browser. */
export class UploadMemory {
  constructor(private readonly scope: string) {}

  list(): Remembered[] {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? '[]') as Remembered[];
    } catch {
      return []; // somebody else's text under our key
    }
  }

  find(file: File): string | null {
    const same = this.list().find(
      (each) => each.name === file.name && each.size === file.size && each.lastModified === file.lastModified,
    );
    return same?.url ?? null;
  }

  keep(file: File, url: string): void {
    this.write([...this.list(), { url, name: file.name, size: file.size, lastModified: file.lastModified }]);
  }

  forget(url: string): void {
    this.write(this.list().filter((each) => each.url !== url));
  }

  private get key(): string {
    return `uploads:${this.scope}`;
  }

  private write(list: Remembered[]): void {
    if (list.length === 0) localStorage.removeItem(this.key);
    else localStorage.setItem(this.key, JSON.stringify(list));
  }
}

interface UploadOptions {
  memory?: UploadMemory;
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/**
 * tus 1.0: create, send piece by piece, ask where one was after a failure, then have the server check the whole.
 *
 * @throws ApiProblem when the file is refused, NetworkProblem when the server stays out of reach.
 */
export async function upload(
  file: File,
  { memory, onProgress, signal }: UploadOptions = {},
): Promise<StoredFile> {
  const remembered = memory?.find(file) ?? null;
  let url = remembered;
  let offset = 0;
  if (url !== null) {
    const there = await offsetAt(url, signal);
    if (there === null) {
      memory?.forget(url);
      url = null;
    } else {
      offset = there;
    }
  }
  if (url === null) {
    url = await create(file, signal);
    memory?.keep(file, url);
  }
  onProgress?.(offset / file.size);
  for (let failures = 0; offset < file.size;) {
    try {
      const at = offset;
      offset = await send(url, file, at, (sent) => onProgress?.((at + sent) / file.size), signal);
      failures = 0;
    } catch (error) {
      const isLost = error instanceof NetworkProblem || (error instanceof ApiProblem && error.status === 409);
      failures += 1;
      if (!isLost || failures >= TRIES) throw error;
      await pause(600 * 2 ** failures, signal);
      offset = (await offsetAt(url, signal)) ?? offset;
    }
    onProgress?.(offset / file.size);
  }
  try {
    const { file: stored } = await body(
      api.GET('/api/uploads/{id}', { params: { path: { id: url.slice(url.lastIndexOf('/') + 1) } } }),
    );
    memory?.forget(url);
    return stored;
  } catch (error) {
    // The whole file was looked at and refused: sending it again would not change that.
    if (error instanceof ApiProblem && error.status < 500) memory?.forget(url);
    throw error;
  }
}

async function create(file: File, signal?: AbortSignal): Promise<string> {
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
  const response = await request('POST', '/api/uploads', {
    headers: { 'Upload-Length': String(file.size), 'Upload-Metadata': `filename ${name}` },
    ...(signal ? { signal } : {}),
  });
  return response.header('location') ?? '';
}

async function offsetAt(url: string, signal?: AbortSignal): Promise<number | null> {
  try {
    const response = await request('HEAD', url, signal ? { signal } : {});
    return Number(response.header('upload-offset'));
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
}

async function send(
  url: string,
  file: File,
  offset: number,
  onSent: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<number> {
  const response = await request('PATCH', url, {
    headers: { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    body: file.slice(offset, offset + CHUNK),
    onSent,
    ...(signal ? { signal } : {}),
  });
  return Number(response.header('upload-offset'));
}

interface Answer {
  header: (name: string) => string | null;
}

/** XMLHttpRequest, because fetch does not tell how much of a body has left. */
function request(
  method: string,
  url: string,
  options: {
    headers?: Record<string, string>;
    body?: Blob;
    onSent?: (bytes: number) => void;
    signal?: AbortSignal;
  },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    const headers = { ...commonHeaders(), 'Tus-Resumable': '1.0.0', ...options.headers };
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.timeout = 120_000;
    xhr.upload.onprogress = (event) => options.onSent?.(event.loaded);
    xhr.onerror = () => reject(new NetworkProblem(xhr.status));
    xhr.ontimeout = () => reject(new NetworkProblem('timeout'));
    xhr.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    xhr.onload = () => {
      if (xhr.status < 400) resolve({ header: (name) => xhr.getResponseHeader(name) });
      else reject(problemIn(xhr));
    };
    options.signal?.addEventListener('abort', () => xhr.abort());
    xhr.send(options.body ?? null);
  });
}

function problemIn(xhr: XMLHttpRequest): Error {
  if (xhr.status >= 502 && xhr.status <= 504) return new NetworkProblem(xhr.status);
  try {
    return new ApiProblem(JSON.parse(xhr.responseText) as ConstructorParameters<typeof ApiProblem>[0]);
  } catch {
    // An answer without a body (HEAD) or of something in between.
    return new ApiProblem({ title: '', status: xhr.status, code: 'internal', detail: `HTTP ${xhr.status}` });
  }
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('aborted', 'AbortError'));
    });
  });
}
