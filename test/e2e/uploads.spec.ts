import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { uploadHeaders, type Person } from '../../src/demo/person';
import { FilesService, Uploads } from '../../src/modules/documents';
import { isWithinUnitOfWork } from '../../src/platform/database/database';
import { FileStore } from '../../src/platform/storage/file-store';
import { startApp, type TestApp } from '../support/app';
import { filed, newPhone } from '../support/cases';
import { eventually } from '../support/eventually';
import { problemOf } from '../support/problem';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]);
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const create = async (person: Person, name: string, size: number): Promise<string> => {
  const reply = await person.post('/uploads', undefined, { headers: uploadHeaders(name, size) });
  if (reply.status !== 201) throw new Error(`${reply.status}`);
  return String(reply.headers['location']).replace('/api', '');
};
const append = (person: Person, path: string, offset: number, content: Buffer) =>
  person.send('PATCH', path, content, { headers: { 'upload-offset': String(offset) } });
const offsetOf = async (person: Person, path: string): Promise<number> =>
  Number((await person.send('HEAD', path)).headers['upload-offset']);

describe('uploads', () => {
  let app: TestApp;
  let person: Person;
  beforeAll(async () => {
    app = await startApp();
    person = app.party(newPhone());
    await person.signIn();
  });
  afterAll(() => app?.close());

  it('arrive whole, are hashed, and come back as they were', async () => {
    const file = await person.upload('劳动合同.pdf', PDF);
    expect(file).toMatchObject({
      name: '劳动合同.pdf',
      size: PDF.length,
      sha256: sha256(PDF),
      mediaType: 'application/pdf',
    });
    expect((await person.download(`/files/${file.id}/tickets`)).equals(PDF)).toBe(true);
  });

  it('in pieces, each from where the last one ended', async () => {
    const path = await create(person, 'a.pdf', PDF.length);
    for (let offset = 0; offset < PDF.length; offset += 100_000) {
      const reply = await append(person, path, offset, PDF.subarray(offset, offset + 100_000));
      expect(reply.status).toBe(204);
      expect(reply.headers['upload-offset']).toBe(String(Math.min(offset + 100_000, PDF.length)));
    }
    const { file } = await person.read<{ file: { sha256: string } }>(path);
    expect(file.sha256).toBe(sha256(PDF));
    expect(await person.read(path)).toEqual({ file });
  });

  it('go on after the connection was lost in the middle of a piece', async () => {
    const path = await create(person, 'b.pdf', PDF.length);
    const { csrfToken } = await person.read<{ csrfToken: string }>('/session');
    const url = new URL(`/api${path}`, app.url);
    const half = httpRequest(url, {
      method: 'PATCH',
      headers: {
        cookie: person.cookie,
        'x-csrf-token': csrfToken,
        'content-type': 'application/offset+octet-stream',
        'content-length': PDF.length,
        'upload-offset': 0,
      },
    });
    half.on('error', () => undefined);
    half.write(PDF.subarray(0, 120_000));
    await eventually(async () => expect(await offsetOf(person, path)).toBeGreaterThan(0));
    half.destroy();
    const offset = await eventually(async () => {
      const at = await offsetOf(person, path);
      const reply = await append(person, path, at, PDF.subarray(at));
      expect(reply.status).toBe(204);
      return at;
    });
    expect(offset).toBeGreaterThan(0);
    expect((await person.read<{ file: { sha256: string } }>(path)).file.sha256).toBe(sha256(PDF));
  });

  it('go on in another process after the first one is gone', async () => {
    const path = await create(person, 'c.pdf', PDF.length);
    await append(person, path, 0, PDF.subarray(0, 50_000));
    const second = await startApp({ beside: app, hasWorker: false });
    try {
      const elsewhere = second.party((person.credentials as { phone: string }).phone);
      expect(await offsetOf(elsewhere, path)).toBe(50_000);
      await append(elsewhere, path, 50_000, PDF.subarray(50_000));
      expect((await elsewhere.read<{ file: { sha256: string } }>(path)).file.sha256).toBe(sha256(PDF));
    } finally {
      await second.close();
    }
  });

  it('two writers at once do not mix their bytes', async () => {
    const path = await create(person, 'd.pdf', PDF.length);
    const replies = await Promise.all(Array.from({ length: 5 }, () => append(person, path, 0, PDF)));
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const reply of replies.filter(({ status }) => status !== 204)) {
      expect(reply.status).toBe(409);
      expect(['upload.busy', 'upload.offset']).toContain((reply.body as { code: string }).code);
    }
    expect((await person.read<{ file: { sha256: string } }>(path)).file.sha256).toBe(sha256(PDF));
  });

  it('a wrong offset is answered with the right one', async () => {
    const path = await create(person, 'e.pdf', PDF.length);
    await append(person, path, 0, PDF.subarray(0, 1000));
    problemOf(await append(person, path, 0, PDF), 409, 'upload.offset');
    problemOf(await append(person, path, 2000, PDF), 409, 'upload.offset');
    expect(await offsetOf(person, path)).toBe(1000);
  });

  it('an unfinished one gives no file', async () => {
    const path = await create(person, 'f.pdf', PDF.length);
    await append(person, path, 0, PDF.subarray(0, 1000));
    problemOf(await person.get(path), 409, 'upload.incomplete');
  });

  it('finished twice at once is one file', async () => {
    const path = await create(person, 'g.pdf', PDF.length);
    await append(person, path, 0, PDF);
    const files = await Promise.all([1, 2, 3].map(() => person.read<{ file: { id: string } }>(path)));
    expect(new Set(files.map(({ file }) => file.id)).size).toBe(1);
  });

  it.each([
    ['more than 200 MB', 'a.pdf', 200 * 1024 * 1024 + 1, 413, 'file.too-large'],
    ['nothing', 'a.pdf', 0, 422, 'file.empty'],
    ['a negative size', 'a.pdf', -1, 422, 'request.malformed'],
    ['no name', '', 10, 422, 'file.name'],
    ['a name of slashes', '../..//', 10, 422, 'file.name'],
  ])('%s is refused before a byte is sent', async (_what, name, size, status, code) => {
    problemOf(await person.post('/uploads', undefined, { headers: uploadHeaders(name, size) }), status, code);
  });

  it('longer than it said is cut off', async () => {
    const path = await create(person, 'h.pdf', 1000);
    problemOf(await append(person, path, 0, PDF), 413, 'upload.longer-than-said');
    problemOf(await person.get(path), 409, 'upload.incomplete');
  });

  it.each([
    [
      'a program renamed to PDF',
      'invoice.pdf',
      Buffer.concat([Buffer.from('MZ\x90\0'), randomBytes(500)]),
      'file.type-not-accepted',
    ],
    [
      'an ELF program renamed to a picture',
      'photo.jpg',
      Buffer.concat([Buffer.from('\x7fELF', 'latin1'), randomBytes(500)]),
      'file.type-not-accepted',
    ],
    ['a script', 'readme.pdf', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'file.type-not-accepted'],
    [
      'a page with script',
      'page.html',
      Buffer.from('<html><script>alert(1)</script>'),
      'file.type-not-accepted',
    ],
    [
      'a drawing with script',
      'drawing.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'file.type-not-accepted',
    ],
    ['a PDF that calls itself a picture', 'photo.png', PDF, 'file.type-mismatch'],
    ['a PDF without an ending', 'contract', PDF, 'file.type-mismatch'],
    [
      'an archive that calls itself a document',
      'a.docx',
      Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(500)]),
      'file.type-not-accepted',
    ],
  ])('%s is refused and not kept', async (_what, name, content, code) => {
    const path = await create(person, name, content.length);
    await append(person, path, 0, content);
    expect(problemOf(await person.get(path), 415, code).detail.length).toBeGreaterThan(5);
    problemOf(await person.get(path), 404, 'request.not-found');
    expect(await app.query('SELECT 1 FROM stored_file WHERE sha256 = $1', [sha256(content)])).toEqual(
      content === PDF ? expect.anything() : [],
    );
  });

  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\me\\工资单.pdf', '工资单.pdf'],
    ['a\u0000b"<c>.pdf', 'abc.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(176)}.pdf`],
  ])('the name %p is kept as %p', async (given, kept) => {
    expect((await person.upload(given, PDF)).name).toBe(kept);
  });

  it("a stranger's upload and file do not exist", async () => {
    const path = await create(person, 'mine.pdf', PDF.length);
    const file = await person.upload('mine.pdf', PDF);
    const stranger = app.party(newPhone());
    problemOf(await stranger.get(path), 404, 'request.not-found');
    problemOf(await append(stranger, path, 0, PDF), 404, 'request.not-found');
    problemOf(await stranger.post(`/files/${file.id}/tickets`), 404, 'request.not-found');
    problemOf(
      await app.visitor().post('/uploads', undefined, { headers: uploadHeaders('a.pdf', 1) }),
      401,
      'auth.sign-in-first',
    );
  });

  it('a ticket opens for two minutes, and only what it was made for', async () => {
    const [one, other] = [await person.upload('a.pdf', PDF), await person.upload('b.pdf', PDF)];
    const { url } = await person.do<{ url: string }>('POST', `/files/${one.id}/tickets`);
    const path = url.replace('/api', '');
    const opened = await app.visitor().get(path);
    expect(opened.status).toBe(200);
    expect(opened.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(opened.headers['content-security-policy']).toContain("default-src 'none'");
    problemOf(await app.visitor().get(path.replace(one.id, other.id)), 404, 'file.ticket-expired');
    problemOf(await app.visitor().get(`${path}x`), 404, 'file.ticket-expired');
    app.clock.forward({ minutes: 2, seconds: 1 });
    problemOf(await app.visitor().get(path), 404, 'file.ticket-expired');
  });

  it('a ticket ends with the session of whoever it was given to', async () => {
    const holder = app.party(newPhone());
    const { id } = await holder.upload('a.pdf', PDF);
    const { url } = await holder.do<{ url: string }>('POST', `/files/${id}/tickets`);
    const path = url.replace('/api', '');
    expect((await app.visitor().get(path)).status).toBe(200);
    await holder.do('DELETE', '/session');
    problemOf(await app.visitor().get(path), 404, 'file.ticket-expired');
    app.clock.forward({ seconds: 1 });
    await holder.signIn();
    problemOf(await app.visitor().get(path), 404, 'file.ticket-expired');
    await holder.download(`/files/${id}/tickets`);
  });

  it('a body of another kind is not taken for a piece', async () => {
    const path = await create(person, 'i.pdf', 10);
    const reply = await person.send('PATCH', path, { not: 'bytes' }, { headers: { 'upload-offset': '0' } });
    problemOf(reply, 415, 'request.unsupported-type');
  });

  it('one person has at most two hundred files waiting', async () => {
    const hoarder = app.party(newPhone());
    for (let i = 0; i < 20; i += 1) {
      await Promise.all(Array.from({ length: 10 }, (_, j) => create(hoarder, `${i}-${j}.pdf`, 10)));
    }
    const problem = problemOf(
      await hoarder.post('/uploads', undefined, { headers: uploadHeaders('more.pdf', 10) }),
      409,
      'upload.quota',
    );
    expect(problem.detail).toContain('200 个');
    await create(person, 'theirs.pdf', 10);
  });

  it('and at most two gigabytes, counted one by one when begun at once', async () => {
    const hoarder = app.party(newPhone());
    await hoarder.signIn();
    const film = 200 * 1024 * 1024;
    const replies = await Promise.all(
      Array.from({ length: 14 }, (_, i) =>
        hoarder.post('/uploads', undefined, { headers: uploadHeaders(`${i}.mp4`, film) }),
      ),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(10);
    for (const reply of replies.filter(({ status }) => status !== 201)) problemOf(reply, 409, 'upload.quota');
  });

  it('what was handed in no longer counts', async () => {
    const { claimant, caseId, matter: content } = await filed(app);
    const waiting = async () =>
      app.query(
        `SELECT f.id FROM stored_file f JOIN user_account u ON u.id = f.uploaded_by
         WHERE u.phone = $1 AND f.used_at IS NULL`,
        [`+86${content.claimant.phone}`],
      );
    expect(await waiting()).toEqual([]);
    const { id: fileId } = await claimant.upload('more.pdf', PDF);
    expect(await waiting()).toHaveLength(1);
    await claimant.do('POST', `/cases/${caseId}/evidence`, {
      fileId,
      name: '补充',
      purpose: '证明',
      hasOriginal: true,
    });
    expect(await waiting()).toEqual([]);
  });

  it('a file that nothing uses is put away after a week; what a draft lists, or a case has, stays', async () => {
    const contents = [0, 1, 2].map(() => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_000)]));
    const [unused, twice, listed] = contents as [Buffer, Buffer, Buffer];
    const { claimant: filer, caseId } = await filed(app);
    const writer = app.party(newPhone());
    const gone = [await writer.upload('unused.pdf', unused), await writer.upload('twice.pdf', twice)];
    const evidence = await filer.upload('twice.pdf', twice);
    await filer.do('POST', `/cases/${caseId}/evidence`, {
      fileId: evidence.id,
      name: '同一份文件',
      purpose: '证明',
      hasOriginal: true,
    });
    const { id: fileId } = await writer.upload('listed.pdf', listed);
    const draft = await writer.do<{ id: string; version: number }>('POST', '/drafts');
    const item = { id: randomUUID(), fileId, name: '一', purpose: '二', hasOriginal: true };
    const saved = await writer.do<{ version: number }>('PATCH', `/drafts/${draft.id}`, {
      version: draft.version,
      step: 'evidence',
      data: { evidence: [item] },
    });
    const store = app.get(FileStore);
    const remaining = async () =>
      (
        await app.query<{ id: string }>('SELECT id FROM stored_file WHERE id = ANY ($1)', [
          [...gone.map(({ id }) => id), evidence.id, fileId],
        ])
      ).map(({ id }) => id);

    app.clock.forward({ days: 6 });
    await app.get(FilesService).purgeUnused();
    expect(await remaining()).toHaveLength(4);
    app.clock.forward({ days: 1, minutes: 1 });
    await app.get(FilesService).purgeUnused();
    expect((await remaining()).sort()).toEqual([evidence.id, fileId].sort());
    await app.settled();
    expect(await store.has(sha256(unused))).toBe(false);
    // The same content is evidence in a case.
    expect(await store.has(sha256(twice))).toBe(true);
    await writer.download(`/files/${fileId}/tickets`);

    await writer.do('PATCH', `/drafts/${draft.id}`, {
      version: saved.version,
      step: 'evidence',
      data: { evidence: [] },
    });
    await app.get(FilesService).purgeUnused();
    expect(await remaining()).toEqual([evidence.id]);
    // Sent again it is there again.
    await writer.upload('listed.pdf', listed);
    await app.settled();
    expect(await store.has(sha256(listed))).toBe(true);
  });

  describe('while others work with the same content', () => {
    const content = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_000)]);
    const week = { days: 7, minutes: 1 };

    it('no transaction is open while it is on its way to the store', async () => {
      await person.upload('there.pdf', PDF);
      const path = await create(person, 'way.pdf', PDF.length);
      await append(person, path, 0, PDF);
      const open: boolean[] = [];
      const store = app.get(FileStore);
      const adopt = jest.spyOn(store, 'adopt').mockImplementation(() => {
        open.push(isWithinUnitOfWork());
        return Promise.resolve();
      });
      try {
        await person.read(path);
      } finally {
        adopt.mockRestore();
      }
      expect(open).toEqual([false]);
    });

    it('put away between going to the store and being entered, it goes there once more', async () => {
      const twice = content();
      await person.upload('first.pdf', twice);
      app.clock.forward(week);
      const path = await create(person, 'second.pdf', twice.length);
      await append(person, path, 0, twice);
      const store = app.get(FileStore);
      const original = store.adopt.bind(store);
      const adopt = jest.spyOn(store, 'adopt').mockImplementationOnce(async (...args) => {
        await original(...args);
        await app.get(FilesService).purgeUnused();
        await app.settled();
        expect(await store.has(sha256(twice))).toBe(false);
      });
      const { file } = await person.read<{ file: { id: string } }>(path);
      expect(adopt).toHaveBeenCalledTimes(2);
      adopt.mockRestore();
      expect((await person.download(`/files/${file.id}/tickets`)).equals(twice)).toBe(true);
    });

    it('a putting away that does not come to its end leaves the file whole', async () => {
      app.clock.forward(week);
      await app.get(FilesService).purgeUnused();
      const lucky = content();
      const file = await person.upload('lucky.pdf', lucky);
      app.clock.forward(week);
      const admin = new Client({ connectionString: app.database.adminUrl });
      await admin.connect();
      try {
        await admin.query(`
          CREATE FUNCTION fail_at_commit() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'the power is gone'; END $$;
          CREATE CONSTRAINT TRIGGER fail AFTER DELETE ON stored_file DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION fail_at_commit();`);
        await expect(app.get(FilesService).purgeUnused()).rejects.toThrow('the power is gone');
      } finally {
        await admin.query('DROP TRIGGER fail ON stored_file; DROP FUNCTION fail_at_commit');
        await admin.end();
      }
      await app.settled();
      expect((await person.download(`/files/${file.id}/tickets`)).equals(lucky)).toBe(true);
      await app.get(FilesService).purgeUnused();
      await app.settled();
      expect(await app.get(FileStore).has(sha256(lucky))).toBe(false);
    });
  });

  it('pieces nobody came back for are put away after a week', async () => {
    const path = await create(person, 'left.pdf', PDF.length);
    await append(person, path, 0, PDF.subarray(0, 1000));
    app.clock.forward({ days: 7, minutes: 1 });
    await app.get(Uploads).purgeAbandoned();
    problemOf(await person.get(path), 404, 'request.not-found');
  });
});

/** clamd's side of INSTREAM: collects the chunks and says what the test wants it to. */
function fakeClamd(path: string, verdict: (content: Buffer) => string): Promise<Server> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, Buffer.from(chunk)]);
      const command = 'zINSTREAM\0';
      if (!received.subarray(0, command.length).equals(Buffer.from(command))) return;
      const parts: Buffer[] = [];
      for (let at = command.length; at + 4 <= received.length;) {
        const size = received.readUInt32BE(at);
        if (size === 0) {
          socket.end(`stream: ${verdict(Buffer.concat(parts))}\0`);
          return;
        }
        parts.push(received.subarray(at + 4, at + 4 + size));
        at += 4 + size;
      }
    });
  });
  return new Promise((resolve) => server.listen(path, () => resolve(server)));
}

describe('with a virus scanner', () => {
  let app: TestApp;
  let folder: string;
  let clamd: Server;
  const seen: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clamd-'));
    const socket = join(folder, 'clamd.sock');
    clamd = await fakeClamd(socket, (content) => {
      seen.push(sha256(content));
      if (content.includes('EICAR')) return 'Eicar-Test-Signature FOUND';
      return content.includes('BROKEN') ? 'INSTREAM size limit exceeded. ERROR' : 'OK';
    });
    app = await startApp({ settings: { CLAMAV_SOCKET: socket } });
  });
  afterAll(async () => {
    await app?.close();
    clamd?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const finish = async (content: Buffer) => {
    const person = app.party(newPhone());
    const path = await create(person, 'a.pdf', content.length);
    await append(person, path, 0, content);
    return { person, path, reply: await person.get(path) };
  };

  it('every byte is shown to it', async () => {
    const { reply } = await finish(PDF);
    expect(reply.status).toBe(200);
    expect(seen).toContain(sha256(PDF));
  });

  it('what it names is refused', async () => {
    const content = Buffer.from('%PDF-1.7 EICAR');
    problemOf((await finish(content)).reply, 422, 'file.infected');
    expect(await app.query('SELECT 1 FROM stored_file WHERE sha256 = $1', [sha256(content)])).toEqual([]);
  });

  it('what it could not read is not let in', async () => {
    problemOf((await finish(Buffer.from('%PDF-1.7 BROKEN'))).reply, 503, 'file.scan-unavailable');
  });

  it('while it is away nothing is let in, and nothing is lost: it goes on when it is back', async () => {
    const socket = join(folder, 'clamd.sock');
    await new Promise((resolve) => clamd.close(resolve));
    const { person, path, reply } = await finish(PDF);
    problemOf(reply, 503, 'file.scan-unavailable');
    clamd = await fakeClamd(socket, () => 'OK');
    expect((await person.get(path)).status).toBe(200);
  });
});
