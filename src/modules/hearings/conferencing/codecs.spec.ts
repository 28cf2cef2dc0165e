import { acceptedDtls, acceptedParameters, allowedCapabilities } from './codecs';
import { MediaRefusedError } from './media-engine';
import type { Plain } from './protocol';

const MID = { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1 };
const DEPENDENCY = {
  uri: 'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  id: 7,
};
const vp8 = { mimeType: 'video/VP8', payloadType: 96, clockRate: 90000 };
const camera = (change: Plain = {}): Plain => ({
  mid: '0',
  codecs: [vp8, { mimeType: 'video/rtx', payloadType: 97, clockRate: 90000, parameters: { apt: 96 } }],
  headerExtensions: [MID],
  encodings: [
    { rid: 'q', maxBitrate: 150_000, scalabilityMode: 'L1T3' },
    { rid: 'h', maxBitrate: 450_000 },
  ],
  rtcp: { cname: 'x' },
  ...change,
});

describe('media parameters from a page', () => {
  it('takes a camera and leaves out what it does not know', () => {
    const accepted = acceptedParameters('cam', camera({ appData: { role: 'arbitrator' } }));
    expect(Object.keys(accepted).sort()).toEqual(['codecs', 'encodings', 'headerExtensions', 'mid', 'rtcp']);
  });

  it.each<[string, Plain, string]>([
    ['another codec', camera({ codecs: [{ mimeType: 'video/AV1' }] }), 'codecs'],
    ['only retransmission', camera({ codecs: [{ mimeType: 'video/rtx' }] }), 'codecs'],
    ['no codec', camera({ codecs: [] }), 'codecs'],
    ['codecs that are no list', camera({ codecs: 'vp8' }), 'codecs'],
    ['sound where a picture is due', camera({ codecs: [{ mimeType: 'audio/opus' }] }), 'codecs'],
    ['the dependency descriptor', camera({ headerExtensions: [MID, DEPENDENCY] }), 'header-extensions'],
    ['four layers', camera({ encodings: [{}, {}, {}, {}] }), 'encodings'],
    ['no encoding', camera({ encodings: [] }), 'encodings'],
    ['an absurd bitrate', camera({ encodings: [{ maxBitrate: 1e9 }] }), 'bitrate'],
    ['a bitrate in words', camera({ encodings: [{ maxBitrate: 'much' }] }), 'bitrate'],
    [
      'spatial layers in one stream',
      camera({ encodings: [{ scalabilityMode: 'L3T3' }] }),
      'scalability-mode',
    ],
  ])('refuses %s', (_name, parameters, reason) => {
    expect(() => acceptedParameters('cam', parameters)).toThrow(new MediaRefusedError(reason));
  });

  it('drops an overlong mid and an rtcp that is no object', () => {
    expect(acceptedParameters('cam', camera({ mid: 'm'.repeat(17), rtcp: 3 }))).not.toHaveProperty('mid');
  });

  it('strips capabilities to the list', () => {
    expect(
      allowedCapabilities({
        codecs: [vp8, { mimeType: 'video/AV1' }, { mimeType: 7 }],
        headerExtensions: [MID, DEPENDENCY, {}],
      }),
    ).toEqual({ codecs: [vp8], headerExtensions: [MID] });
    expect(() => allowedCapabilities({ codecs: Array.from({ length: 101 }, () => vp8) })).toThrow(
      MediaRefusedError,
    );
    expect(allowedCapabilities({ codecs: [] })).toEqual({ codecs: [], headerExtensions: [] });
  });
});

describe('the certificate of a page', () => {
  const value = Array.from({ length: 32 }, () => 'AB').join(':');

  it('keeps strong fingerprints only', () => {
    const accepted = acceptedDtls({
      fingerprints: [
        { algorithm: 'sha-256', value },
        { algorithm: 'sha-1', value: 'AB:CD' },
      ],
    });
    expect(accepted).toEqual({ role: 'auto', fingerprints: [{ algorithm: 'sha-256', value }] });
  });

  it.each<[string, Plain, string]>([
    ['no fingerprints', { fingerprints: [] }, 'fingerprints'],
    ['a weak one only', { fingerprints: [{ algorithm: 'sha-1', value }] }, 'fingerprints'],
    ['a malformed one', { fingerprints: [{ algorithm: 'sha-256', value: 'x' }] }, 'fingerprints'],
    ['a strange role', { role: 'both', fingerprints: [{ algorithm: 'sha-256', value }] }, 'dtls-role'],
  ])('refuses %s', (_name, dtls, reason) => {
    expect(() => acceptedDtls(dtls)).toThrow(new MediaRefusedError(reason));
  });
});
