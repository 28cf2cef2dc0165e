// Programs that the tests use beside Node: a browser, and the tools that read PDF files back.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { canInstall, ensureCommands, installPackages } from './debian.mjs';
import { SetupError, commandExists, step, yellow } from './steps.mjs';

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
    if (!find()) await installPackages(['chromium'], 'for the browser tests', doing);
    const found = find();
    if (!found) {
      throw new SetupError('There is no Chromium for the browser tests.', 'install it, or set CHROMIUM_PATH');
    }
    return { text: found, value: found };
  });
}

const hasChineseFont = () =>
  spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout?.trim() > '';

/** Without a Chinese font the pages are empty boxes, in screenshots and to axe as on the screen. */
export async function ensureChineseFont() {
  await step('Chinese font', '中文字体', async (doing) => {
    if (hasChineseFont()) return 'there is one';
    if (!canInstall())
      return yellow('none was found, pages show boxes (Debian: apt-get install fonts-noto-cjk)');
    // fontconfig brings the command that finds fonts.
    await installPackages(['fonts-noto-cjk', 'fontconfig'], 'for the browser tests', doing);
    if (!hasChineseFont()) throw new SetupError('fonts-noto-cjk is installed, but no Chinese font is found.');
    return 'fonts-noto-cjk';
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
