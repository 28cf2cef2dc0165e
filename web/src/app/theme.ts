import type { ThemeConfig } from 'antd';

/** The house's colours; global.css holds the same ones as custom properties. Contrast is told beside each. */
export const COLOURS = {
  ink: '#14304f', // 13.2:1 on white
  inkBright: '#1c4f86', // 8.3:1 on white: links and buttons
  text: '#1a2330', // 15.7:1 on white
  textSecondary: '#465363', // 7.8:1 on white
  border: '#75808d', // 4.0:1 on white: outlines of controls
  line: '#d8dee6',
  ok: '#17653d', // 7.1:1
  warn: '#8a4b00', // 6.9:1
  danger: '#a3201b', // 7.7:1
} as const;

const serif =
  '"Noto Serif SC", "Source Han Serif SC", "Songti SC", STSong, "Noto Serif CJK SC", SimSun, Georgia, serif';
const sans =
  '"Noto Sans SC", "PingFang SC", "HarmonyOS Sans SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

const common: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.inkBright,
    colorLink: COLOURS.inkBright,
    // Lighter under the pointer, as the library has it, would be too faint.
    colorLinkHover: COLOURS.ink,
    colorLinkActive: COLOURS.ink,
    colorSuccess: COLOURS.ok,
    colorWarning: COLOURS.warn,
    colorError: COLOURS.danger,
    colorInfo: COLOURS.inkBright,
    colorText: COLOURS.text,
    colorTextSecondary: COLOURS.textSecondary,
    colorTextTertiary: '#566373',
    colorTextDescription: COLOURS.textSecondary,
    colorTextPlaceholder: '#626e7c', // 5.2:1; a placeholder is text as well
    colorTextDisabled: '#626e7c',
    colorBorder: COLOURS.border,
    colorBorderSecondary: COLOURS.line,
    borderRadius: 8,
    fontFamily: sans,
    wireframe: false,
    opacityLoading: 1, // a faded label falls under 4.5:1
    linkDecoration: 'underline',
    linkHoverDecoration: 'underline',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 600 },
  },
};

/** Parties: a phone in the hand; nothing to tap is smaller than 44 px. */
export const partyTheme: ThemeConfig = {
  ...common,
  token: { ...common.token, fontSize: 16, controlHeight: 48, controlHeightSM: 44, controlHeightLG: 52 },
};

/** Staff: a desk, all day, much on one screen. */
export const deskTheme: ThemeConfig = {
  ...common,
  token: { ...common.token, fontSize: 14, controlHeight: 34, borderRadius: 6 },
};

export { sans, serif };
