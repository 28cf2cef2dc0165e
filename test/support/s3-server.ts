import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An object store that speaks as much of S3 as the program uses, and believes nobody whose signature is wrong. */
export class S3Server {
  readonly objects = new Map<string, Buffer>();
  readonly requests: string[] = [];
  private readonly parts = new Map<string, Map<number, Buffer>>();

  private constructor(
    private readonly server: Server,
    readonly settings: { accessKey: string; secretKey: string; bucket: string; region: string },
  ) {}

  static async start(): Promise<S3Server> {
    const server = createServer();
    const settings = {
      accessKey: 'tester',
      secretKey: 'the secret of the tester',
      bucket: 'papers',
      region: 'us-east-1',
    };
    const store = new S3Server(server, settings);
    server.on('request', (request: IncomingMessage, response) => {
      buffer(request).then(
        (body) => {
          const { status, headers = {}, content = '' } = store.answer(request, body);
          response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(content) });
          response.end(request.method === 'HEAD' ? undefined : content);
        },
        () => response.destroy(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return store;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private answer(
    request: IncomingMessage,
    raw: Buffer,
  ): { status: number; headers?: Record<string, string>; content?: string | Buffer } {
    const url = new URL(request.url ?? '/', this.endpoint);
    if (!this.isSigned(request, url)) return { status: 403, content: error('SignatureDoesNotMatch') };
    const body = /aws-chunked/.test(String(request.headers['content-encoding'])) ? unchunk(raw) : raw;
    const key = decodeURIComponent(url.pathname).replace(`/${this.settings.bucket}/`, '');
    this.requests.push(`${request.method ?? ''} ${key}`);
    const uploadId = url.searchParams.get('uploadId');
    switch (request.method) {
      case 'HEAD':
      case 'GET': {
        const content = this.objects.get(key);
        if (!content) return { status: 404, content: error('NoSuchKey') };
        return { status: 200, content };
      }
      case 'PUT': {
        if (uploadId) this.parts.get(uploadId)?.set(Number(url.searchParams.get('partNumber')), body);
        else this.objects.set(key, body);
        return { status: 200, headers: { etag: '"etag"' } };
      }
      case 'DELETE': {
        this.objects.delete(key);
        return { status: 204 };
      }
      case 'POST': {
        if (uploadId === null) {
          const id = randomBytes(8).toString('hex');
          this.parts.set(id, new Map());
          return {
            status: 200,
            content: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
          };
        }
        const parts = [...(this.parts.get(uploadId) ?? [])].sort(([a], [b]) => a - b);
        this.objects.set(key, Buffer.concat(parts.map(([, part]) => part)));
        return {
          status: 200,
          content: '<CompleteMultipartUploadResult><ETag>"etag"</ETag></CompleteMultipartUploadResult>',
        };
      }
      default:
        return { status: 405, content: error('MethodNotAllowed') };
    }
  }

  /** AWS Signature Version 4, worked out from the request as it arrived. */
  private isSigned(request: IncomingMessage, url: URL): boolean {
    const given =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]+)$/.exec(
        request.headers.authorization ?? '',
      );
    if (!given) return false;
    const [, accessKey = '', scope = '', signedHeaders = '', signature = ''] = given;
    const query = [...url.searchParams]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join('&');
    const headers = signedHeaders
      .split(';')
      .map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
      .join('');
    const canonical = [
      request.method,
      url.pathname,
      query,
      headers,
      signedHeaders,
      request.headers['x-amz-content-sha256'],
    ].join('\n');
    const date = String(request.headers['x-amz-date']);
    const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
    const key = scope
      .split('/')
      .reduce<Buffer | string>((secret, part) => hmac(secret, part), `AWS4${this.settings.secretKey}`);
    return accessKey === this.settings.accessKey && hmac(key, toSign).toString('hex') === signature;
  }
}

const error = (code: string): string => `<Error><Code>${code}</Code></Error>`;

/** `size;extension\r\n bytes \r\n … 0\r\n trailers`. */
function unchunk(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < raw.length;) {
    const end = raw.indexOf('\r\n', at);
    const size = parseInt(raw.subarray(at, end).toString('latin1'), 16);
    if (!size) break;
    parts.push(raw.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
