/* Runs in each page before its own scripts: what the tests ask a page about its media and its policy. */
(() => {
  const connections = new Set();
  /** Whose a track is: the room gives sound and picture of one person the same stream. */
  const owners = new Map();
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(...args) {
      super(...args);
      connections.add(this);
      this.addEventListener('track', ({ track, streams }) => owners.set(track.id, streams[0]?.id ?? null));
    }
  };

  const violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(
      `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
    );
  });

  /** A small picture of what a video shows now, as numbers; null while it shows nothing. */
  const sample = (video) => {
    if (video.videoWidth === 0 || video.readyState < 2) return null;
    const canvas = document.createElement('canvas');
    canvas.width = 32;
    canvas.height = 24;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(video, 0, 0, 32, 24);
    return [...context.getImageData(0, 0, 32, 24).data].filter((_, index) => index % 4 === 1);
  };

  const inbound = async () => {
    const streams = new Map();
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue;
      for (const stat of (await connection.getStats()).values()) {
        if (stat.type !== 'inbound-rtp') continue;
        streams.set(stat.trackIdentifier, {
          kind: stat.kind,
          packets: stat.packetsReceived,
          bytes: stat.bytesReceived,
          frames: stat.framesDecoded ?? 0,
          samples: stat.totalSamplesReceived ?? 0,
          concealed: stat.concealedSamples ?? 0,
          silent: stat.silentConcealedSamples ?? 0,
          energy: stat.totalAudioEnergy ?? 0,
          level: stat.audioLevel ?? 0,
        });
      }
    }
    return streams;
  };

  window.probe = {
    violations,
    /** Every remote stream of this page: its statistics, and the picture where an element shows it. */
    async streams() {
      const stats = await inbound();
      const elements = [...document.querySelectorAll('video, audio')];
      const shown = elements.flatMap((element) => {
        const tracks = element.srcObject instanceof MediaStream ? element.srcObject.getTracks() : [];
        return tracks
          .filter((track) => stats.has(track.id))
          .map((track) => ({
            ...stats.get(track.id),
            owner: owners.get(track.id) ?? null,
            seat: element.closest('[data-seat]')?.dataset.seat ?? null,
            isPlaying: !element.paused && !element.ended,
            isAudible: track.kind !== 'audio' || (!element.muted && element.volume > 0),
            picture: track.kind === 'video' ? sample(element) : null,
          }));
      });
      return shown;
    },
    /** Milliseconds from the next press of anything to the first picture of so many other people, all of them shown. */
    join(people) {
      return new Promise((resolve) => {
        const pressed = (event) => {
          const seen = new Set();
          const asked = new Set();
          const look = () => {
            for (const video of document.querySelectorAll('video')) {
              const track =
                video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : null;
              if (!track || asked.has(track.id) || owners.get(track.id) === undefined) continue;
              asked.add(track.id);
              video.requestVideoFrameCallback((now) => {
                seen.add(track.id);
                if (seen.size === people) resolve(now - event.timeStamp);
              });
            }
            if (seen.size < people) requestAnimationFrame(look);
          };
          look();
        };
        document.addEventListener('click', pressed, { capture: true, once: true });
      });
    },
    /** Whether the page is wider than its window: at 390 px nobody should have to push it about (WCAG 1.4.10). */
    overflow() {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    },
  };
})();
