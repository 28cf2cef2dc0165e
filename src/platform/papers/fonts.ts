import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/** Where the font files lie. A commission that holds a licence sets its own 仿宋 and 小标宋 here. */
export interface FontPaths {
  /** 宋体, also the fall-back of `fangsong` and `kai` */
  readonly song: string;
  /** 小标宋 or a bold 宋体: titles */
  readonly title: string;
  /** 黑体: headings, table heads, labels */
  readonly hei: string;
  /** 仿宋: body of official papers */
  readonly fangsong: string;
  /** 楷体: second-level headings, quotations */
  readonly kai: string;
}

export type FontRole = 'body' | 'title' | 'hei' | 'kai' | 'song';

export class PaperFont {
  private readonly advances = new Map<number, number>();
  private readonly outlines = new Map<number, string>();

  constructor(
    readonly key: string,
    readonly font: Font,
  ) {}

  has(codePoint: number): boolean {
    return this.font.hasGlyphForCodePoint(codePoint);
  }

  /** Advance width in em. */
  advance(char: string): number {
    const codePoint = char.codePointAt(0) ?? 0;
    let advance = this.advances.get(codePoint);
    if (advance === undefined) {
      advance = this.font.glyphForCodePoint(codePoint).advanceWidth / this.font.unitsPerEm;
      this.advances.set(codePoint, advance);
    }
    return advance;
  }

  /** The glyph's outline as an SVG path in font units, y upwards. */
  outline(char: string): string {
    const codePoint = char.codePointAt(0) ?? 0;
    let outline = this.outlines.get(codePoint);
    if (outline === undefined) {
      outline = this.font.glyphForCodePoint(codePoint).path.toSVG();
      this.outlines.set(codePoint, outline);
    }
    return outline;
  }
}

export type PaperFonts = Readonly<Record<FontRole, PaperFont>>;

/** A parsed font is 15 MB of file and its tables: one per process and path. */
const parsed = new Map<string, PaperFont>();

function open(path: string): PaperFont {
  let font = parsed.get(path);
  if (font === undefined) {
    font = new PaperFont(path, create(readFileSync(path)));
    parsed.set(path, font);
  }
  return font;
}

export function defaultFontPaths(): FontPaths {
  const song = require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
  return {
    song,
    fangsong: song,
    kai: song,
    title: require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
    hei: require.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
  };
}

/** Paths left out keep the default; a configured `song` also stands in for 仿宋 and 楷体. */
export function loadPaperFonts(
  paths: { readonly [K in keyof FontPaths]?: string | undefined } = {},
): PaperFonts {
  const defaults = defaultFontPaths();
  const song = paths.song ?? defaults.song;
  return {
    song: open(song),
    body: open(paths.fangsong ?? song),
    kai: open(paths.kai ?? paths.fangsong ?? song),
    title: open(paths.title ?? defaults.title),
    hei: open(paths.hei ?? defaults.hei),
  };
}
