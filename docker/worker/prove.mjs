// Proves a media worker by calls, not by its version: two workers; a WebRtcServer with the transports of a room; and
// media through SRTP with every crypto suite, encrypted by one worker and decrypted by the other.
// (DTLS and decoded pictures are proven with Chromium in test/realtime and test/browser.)
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../lib/files.mjs';
import { SetupError, main, step } from '../lib/steps.mjs';
import { ensureWorker } from './build.mjs';

const suites = ['AEAD_AES_256_GCM', 'AEAD_AES_128_GCM', 'AES_CM_128_HMAC_SHA1_80', 'AES_CM_128_HMAC_SHA1_32'];
const codecs = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90000 },
];
const opus = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48000, channels: 2 }],
  encodings: [{ ssrc: 1111 }],
  rtcp: { cname: 'proof' },
};

function rtp(sequence) {
  const packet = Buffer.alloc(12 + 40, 7);
  packet.set([0x80, 100]);
  packet.writeUInt16BE(sequence, 2);
  packet.writeUInt32BE(sequence * 960, 4);
  packet.writeUInt32BE(1111, 8);
  return packet;
}

async function plainTransport(router, suite) {
  return router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    rtcpMux: true,
    enableSrtp: true,
    srtpCryptoSuite: suite,
  });
}

/** Sends 20 packets from one worker's router to the other's over SRTP; returns the payloads that came through. */
async function throughSrtp(suite, [from, to]) {
  const source = await from.createDirectTransport();
  const producer = await source.produce({ kind: 'audio', rtpParameters: opus });
  const [out, into] = [await plainTransport(from, suite), await plainTransport(to, suite)];
  await out.connect({ ip: '127.0.0.1', port: into.tuple.localPort, srtpParameters: into.srtpParameters });
  await into.connect({ ip: '127.0.0.1', port: out.tuple.localPort, srtpParameters: out.srtpParameters });
  const sent = await out.consume({ producerId: producer.id, rtpCapabilities: from.rtpCapabilities });
  const received = await into.produce({ kind: 'audio', rtpParameters: sent.rtpParameters });
  const sink = await to.createDirectTransport();
  const consumer = await sink.consume({ producerId: received.id, rtpCapabilities: to.rtpCapabilities });
  const payloads = [];
  const done = new Promise((resolve) => {
    consumer.on('rtp', (packet) => {
      payloads.push(
        Buffer.from(packet).subarray(12 + (packet[0] & 0x10 ? 4 + 4 * packet.readUInt16BE(14) : 0)),
      );
      if (payloads.length === 20) resolve();
    });
  });
  const patience = setTimeout(() => undefined, 5_000);
  for (let sequence = 1; sequence <= 20; sequence += 1) producer.send(rtp(sequence));
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
  clearTimeout(patience);
  for (const transport of [source, out, into, sink]) transport.close();
  return payloads;
}

await main(async () => {
  process.env.MEDIASOUP_WORKER_BIN = await step('Media worker', '媒体服务', ensureWorker);
  const mediasoup = createRequire(path.join(root, 'package.json'))('mediasoup');
  const workers = [];
  try {
    await step('Room', '会议室', async () => {
      for (let index = 0; index < 2; index += 1)
        workers.push(await mediasoup.createWorker({ logLevel: 'warn' }));
      const server = await workers[0].createWebRtcServer({
        listenInfos: [
          { protocol: 'udp', ip: '127.0.0.1' },
          { protocol: 'tcp', ip: '127.0.0.1' },
        ],
      });
      const router = await workers[0].createRouter({ mediaCodecs: codecs });
      for (let index = 0; index < 4; index += 1) {
        const transport = await router.createWebRtcTransport({ webRtcServer: server, enableTcp: true });
        if (transport.iceCandidates.length !== 2)
          throw new SetupError('A transport has no candidate for UDP and TCP.');
      }
      return `mediasoup ${mediasoup.version}: 2 workers, 4 transports on one port`;
    });
    await step('SRTP', '加密媒体流', async () => {
      const routers = await Promise.all(
        workers.map((worker) => worker.createRouter({ mediaCodecs: codecs })),
      );
      for (const suite of suites) {
        const payloads = await throughSrtp(suite, routers);
        const isWhole =
          payloads.length === 20 && payloads.every((payload) => payload.equals(Buffer.alloc(40, 7)));
        if (!isWhole) throw new SetupError(`${suite}: ${payloads.length} of 20 packets came through whole.`);
      }
      return `20 of 20 packets with each of ${suites.join(', ')}`;
    });
    const ended = workers.map((worker) => once(worker, 'subprocessclose'));
    for (const worker of workers) worker.close();
    await Promise.all(ended);
  } finally {
    for (const worker of workers) worker.close();
  }
});
