// Programs that the tests use beside Node: a browser, and the tools that read PDF files back.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureCommands, installPackages } from './debian.mjs';
import { SetupError, commandExists, step } from './steps.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

export async function ensureChromium() {
  return step('Chromium', '浏览器', async (doing) => {
    const given = process.env.CHROMIUM_PATH;
    if (given) {
      if (existsSync(given)) return { text: 'given by CHROMIUM_PATH', value: given };
      throw new SetupError(`CHROMIUM_PATH is set, but there is no file ${given}.`);
    }
    const find = () => {
      const name = names.find((candidate) => commandExists(candidate));
      return name && spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    };
    if (!find()) {
      // Noto CJK: without a Chinese font the pages would be boxes, in screenshots as on the screen.
      await installPackages(['chromium', 'fonts-noto-cjk'], 'for the browser tests', doing);
    }
    const found = find();
    if (!found) {
      throw new SetupError('There is no Chromium for the browser tests.', 'install it, or set CHROMIUM_PATH');
    }
    return { text: found, value: found };
  });
}

export async function ensurePdfTools() {
  await step('PDF tools', 'PDF 工具', async (doing) => {
    await ensureCommands(
      {
        pdftotext: 'poppler-utils',
        pdffonts: 'poppler-utils',
        pdftoppm: 'poppler-utils',
        pdfsig: 'poppler-utils',
        qpdf: 'qpdf',
      },
      'for reading papers back',
      doing,
    );
    return 'poppler, qpdf';
  });
}
