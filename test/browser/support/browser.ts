import { chromium, type Browser } from 'playwright-core';

/** Chromium with a camera and a microphone that are not there: a moving test picture and a beep each second. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-device-for-media-stream=fps=10',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--lang=zh-CN',
    ],
  });
}
