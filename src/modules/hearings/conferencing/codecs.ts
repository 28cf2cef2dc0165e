import type { types } from 'mediasoup';
import { MediaRefusedError } from './media-engine';
import type { Plain, Source } from './protocol';

/**
 * VP8 first: every browser sends and takes it. H264 (constrained baseline) for phones that encode it in hardware.
 * Nothing else is accepted, neither codec nor header extension: what is not parsed cannot be exploited.
 */
export const MEDIA_CODECS: types.RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90000, parameters: { 'x-google-start-bitrate': 600 } },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
];

const MIME_TYPES: Record<Source, readonly string[]> = {
  mic: ['audio/opus'],
  cam: ['video/vp8', 'video/h264', 'video/rtx'],
};

const HEADER_EXTENSIONS: ReadonlySet<string> = new Set([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'urn:3gpp:video-orientation',
]);

const MAX_ENCODINGS: Record<Source, number> = { mic: 1, cam: 3 };
const MAX_BITRATE: Record<Source, number> = { mic: 128_000, cam: 3_000_000 };

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function list(value: unknown, max: number, what: string): Plain[] {
  if (!Array.isArray(value) || value.length > max || !value.every(isPlain)) throw new MediaRefusedError(what);
  return value;
}

const mimeOf = (codec: Plain): string =>
  typeof codec.mimeType === 'string' ? codec.mimeType.toLowerCase() : '';
const isKnownExtension = (extension: Plain): boolean =>
  typeof extension.uri === 'string' && HEADER_EXTENSIONS.has(extension.uri);

/** What a page or a receiver may use: capabilities with everything taken out that we do not accept. */
export function allowedCapabilities(capabilities: Plain): Plain {
  const mimeTypes = [...MIME_TYPES.mic, ...MIME_TYPES.cam];
  return {
    codecs: list(capabilities.codecs, 100, 'codecs').filter((codec) => mimeTypes.includes(mimeOf(codec))),
    headerExtensions: list(capabilities.headerExtensions ?? [], 100, 'header-extensions').filter(
      isKnownExtension,
    ),
  };
}

/**
 * The sending parameters of a page, rebuilt from the fields we know.
 * @throws MediaRefusedError for a codec, header extension, encoding or bitrate outside the list.
 */
export function acceptedParameters(source: Source, rtpParameters: Plain): types.RtpParameters {
  const codecs = list(rtpParameters.codecs, 10, 'codecs');
  if (codecs.length === 0 || mimeOf(codecs[0]!) === 'video/rtx') throw new MediaRefusedError('codecs');
  if (!codecs.every((codec) => MIME_TYPES[source].includes(mimeOf(codec))))
    throw new MediaRefusedError('codecs');

  const headerExtensions = list(rtpParameters.headerExtensions ?? [], 20, 'header-extensions');
  if (!headerExtensions.every(isKnownExtension)) throw new MediaRefusedError('header-extensions');

  const encodings = list(rtpParameters.encodings, MAX_ENCODINGS[source], 'encodings');
  if (encodings.length === 0) throw new MediaRefusedError('encodings');
  for (const { maxBitrate, scalabilityMode } of encodings) {
    if (maxBitrate !== undefined && !(typeof maxBitrate === 'number' && maxBitrate <= MAX_BITRATE[source])) {
      throw new MediaRefusedError('bitrate');
    }
    // One spatial layer per stream: simulcast, never SVC with its dependency descriptors.
    if (scalabilityMode !== undefined && !/^[LS]1T[1-3]$/.test(String(scalabilityMode))) {
      throw new MediaRefusedError('scalability-mode');
    }
  }
  const { mid, rtcp } = rtpParameters;
  return {
    ...(typeof mid === 'string' && mid.length <= 16 ? { mid } : {}),
    codecs,
    headerExtensions,
    encodings,
    ...(isPlain(rtcp) ? { rtcp } : {}),
  } as unknown as types.RtpParameters;
}

const FINGERPRINT = /^[0-9a-f]{2}(:[0-9a-f]{2}){31,63}$/i;

/** An empty list of fingerprints once killed the media worker; anything but a strong hash proves nothing. */
export function acceptedDtls(dtlsParameters: Plain): types.DtlsParameters {
  const fingerprints = list(dtlsParameters.fingerprints, 5, 'fingerprints').filter(
    ({ algorithm, value }) =>
      ['sha-256', 'sha-384', 'sha-512'].includes(String(algorithm)) && FINGERPRINT.test(String(value)),
  );
  if (fingerprints.length === 0) throw new MediaRefusedError('fingerprints');
  const role = dtlsParameters.role ?? 'auto';
  if (role !== 'auto' && role !== 'client' && role !== 'server') throw new MediaRefusedError('dtls-role');
  return { role, fingerprints } as unknown as types.DtlsParameters;
}
